/**
 * Which kind of sandbox is taken: the strongest that works here, or the one that was asked for.
 *
 * <p>In comes a mode, as on the command line; out goes a sandbox, or why there is none. Start reading at {@link
 * Sandboxes}.
 */
package org.wiregrade.sandbox.choice;
