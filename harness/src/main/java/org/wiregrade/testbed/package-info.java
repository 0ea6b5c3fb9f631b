/**
 * The words that labs are written in: start, await, connect, listen, failure.
 *
 * <p>In comes a built submission and a sandbox; out goes programs, connections and what came over them, for checks to
 * judge. Start reading at {@link Testbed} and {@link CheckFailure}.
 */
package org.wiregrade.testbed;
