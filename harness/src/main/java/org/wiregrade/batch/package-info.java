/**
 * Many submissions: graded several at once, written down one by one, summarised from what is on disk.
 *
 * <p>In comes what was handed in, and a grader of one; out goes a result folder with a page and a {@code result.json}
 * for each, and {@code grades.csv}. Start reading at {@link Batch} and {@link ResultFolder}.
 */
package org.wiregrade.batch;
