/**
 * A place where a submission's programs run and are met; what its kinds promise, and the limits that they share.
 *
 * <p>In comes a launch; out goes a process, a loopback, and a recording where there is one. Start reading at {@link
 * Sandbox} and {@link Limits}.
 */
package org.wiregrade.sandbox;
