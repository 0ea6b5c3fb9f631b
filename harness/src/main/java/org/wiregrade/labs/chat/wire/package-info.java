/**
 * The exchange that a capture shows.
 *
 * <p>In comes a trace of streams; out goes a {@link org.wiregrade.labs.chat.rule.Exchange}, found in the bytes however they
 * were cut. Begin with {@link org.wiregrade.labs.chat.wire.CapturedExchange}.
 */
package org.wiregrade.labs.chat.wire;
