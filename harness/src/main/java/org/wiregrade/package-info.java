/**
 * Grades socket labs by what happened on the wire; each package below is a room of its own.
 *
 * <p>What a user calls begins in {@code cli} (instructors) or {@code host} (students' Maven). A submission goes from
 * {@code intake} through {@code build} into a {@code sandbox}, is talked to by the checks of {@code labs}, and leaves as a
 * {@code results.Result}, from which {@code report}, {@code policy} and {@code export} make everything else. Start reading at
 * {@link org.wiregrade.run.Grader}.
 */
package org.wiregrade;
