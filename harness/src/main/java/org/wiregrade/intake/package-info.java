/**
 * What was handed in: platforms' exports and archives, opened under limits, one name for each student.
 *
 * <p>In comes a folder of folders and archives; out goes submissions, in order, or a sentence on why one cannot be
 * opened. Start reading at {@link Intake} and {@link Unpacking}.
 */
package org.wiregrade.intake;
