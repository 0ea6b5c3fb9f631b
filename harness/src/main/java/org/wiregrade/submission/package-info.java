/**
 * One submission's folder, and the pristine template that it is compared with.
 *
 * <p>In comes folders; out goes paths, texts and hashes of their content. Start reading at {@link Submission} and
 * {@link Template}.
 */
package org.wiregrade.submission;
