/**
 * What results are worth to a class: the instructor's policy, and grades by it.
 *
 * <p>In come {@code class.yml} and results; out goes a grade for each person, exact until its one rounding, with every step to
 * it. Nothing is run. Start reading at {@link ClassPolicy}, {@link Calculator} and {@link Course}.
 */
package org.wiregrade.policy;
