/**
 * The two-flow lab: its programs, and its checks in their order.
 *
 * <p>In comes a {@code Testbed} with one submission, out go verdicts with the figures behind them. Begin with {@link
 * org.wiregrade.labs.twoflow.TwoFlowLab}; a class of checks is a heading, a method a question to what was seen. What the lab
 * asks, what is fair and how it is judged stands in {@code rule}; how it is seen, in {@code live} and {@code wire}.
 */
package org.wiregrade.labs.twoflow;
