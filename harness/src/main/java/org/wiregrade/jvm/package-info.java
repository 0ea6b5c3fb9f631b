/**
 * Every flag of a JVM that the harness starts, and the archives of classes that make its start short.
 *
 * <p>In comes a program's name, class and folder; out goes the command line that starts it. Start reading at {@link
 * JavaLaunch} and {@link ClassArchive}.
 */
package org.wiregrade.jvm;
