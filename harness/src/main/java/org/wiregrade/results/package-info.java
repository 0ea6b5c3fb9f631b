/**
 * What was found out about a submission, and its form as JSON.
 *
 * <p>In comes checks' verdicts; out goes {@code result.json}, whole and, with a key, signed. Start reading at {@link
 * Result} and {@link CheckResult}.
 */
package org.wiregrade.results;
