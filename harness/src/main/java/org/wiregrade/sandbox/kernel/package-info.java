/**
 * What the harness asks Linux itself: networks, identities, the ends of processes.
 *
 * <p>In comes system calls and {@code /proc}; out goes answers in Java's terms. Start reading at {@link LinuxNetwork}
 * and {@link Endings}.
 */
package org.wiregrade.sandbox.kernel;
