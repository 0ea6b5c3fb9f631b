/**
 * One submission, from its folder to its results; the only room that knows JUnit's launcher.
 *
 * <p>In comes a submission, labs, a sandbox; out goes a {@link org.wiregrade.results.Result}. Start reading at {@link
 * Grader}.
 */
package org.wiregrade.run;
