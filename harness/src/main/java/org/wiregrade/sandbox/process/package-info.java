/**
 * Plain processes, which hold nothing back: for a student's own program on the student's own machine.
 *
 * <p>In comes a launch; out goes a process with a cleared environment. Start reading at {@link ProcessSandbox}.
 */
package org.wiregrade.sandbox.process;
