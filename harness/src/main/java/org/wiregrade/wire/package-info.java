/**
 * What was said on the wire, as values that answer questions.
 *
 * <p>In comes segments; out goes flows, streams and their payloads. Start reading at {@link Trace} and {@link Flow}.
 */
package org.wiregrade.wire;
