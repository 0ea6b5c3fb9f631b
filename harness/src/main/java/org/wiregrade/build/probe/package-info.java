/**
 * Copies of compiled classes that, when they run, show mistakes with threads that else show by luck.
 *
 * <p>In comes the folder of a program; out goes another one. Begin with {@link org.wiregrade.build.probe.Probes}.
 */
package org.wiregrade.build.probe;
