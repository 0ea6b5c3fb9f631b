/**
 * A container for each program; the only room that knows Testcontainers and Docker's client.
 *
 * <p>In comes a launch and a local engine; out goes a container as a process. Start reading at {@link
 * ContainerSandbox} and {@link Containers}.
 */
package org.wiregrade.sandbox.container;
