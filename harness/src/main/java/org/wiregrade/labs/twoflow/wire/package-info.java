/**
 * A run as packets show it: a capture that was handed in, or the recording of the harness's own run.
 *
 * <p>In come a {@code Trace} of streams and the rows of the CSV files, out go {@code Arrivals} and {@code Way}s for the rules,
 * with the packets' numbers. Begin with {@link org.wiregrade.labs.twoflow.wire.TwoFlowTraffic}.
 */
package org.wiregrade.labs.twoflow.wire;
