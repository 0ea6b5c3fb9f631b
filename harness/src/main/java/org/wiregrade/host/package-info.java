/**
 * The student's side of the same checks: what Maven's test run needs so that they find a submission, and a report at
 * the end.
 *
 * <p>In comes JUnit's launcher session in the student's own build; out goes a page, a {@code result.json}, and the
 * summary on the console. Start reading at {@link StudentTestbeds} and {@link StudentReport}.
 */
package org.wiregrade.host;
