/**
 * Results as text, tables and pages.
 *
 * <p>In comes results and grades; out goes what people read: a page, a table, CSV. Start reading at {@link Feedback}
 * and {@link ResultText}.
 */
package org.wiregrade.report;
