/**
 * The harness as the other side of a student's program: in the relay's place for the clients, in the clients' for the relay.
 *
 * <p>In comes a {@code Testbed}, out go {@code Arrivals} and {@code Way}s for the rules. Begin with {@link
 * org.wiregrade.labs.twoflow.live.TwoFlowLive}, which starts all that can be started at once.
 */
package org.wiregrade.labs.twoflow.live;
