/**
 * A submission's classes: the student's regions in the pristine template, compiled by a javac that may be killed.
 *
 * <p>In comes a submission's regions and the template; out goes a folder of classes, or the compiler's words in the
 * student's lines. Start reading at {@link Assembly} and {@link Compiler}.
 */
package org.wiregrade.build;
