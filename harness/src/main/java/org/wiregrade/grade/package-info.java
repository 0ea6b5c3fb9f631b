/**
 * A result as one row of the class's grades.
 *
 * <p>In comes a result; out goes points, percent, and whether a person is needed. Start reading at {@link Grade}.
 */
package org.wiregrade.grade;
