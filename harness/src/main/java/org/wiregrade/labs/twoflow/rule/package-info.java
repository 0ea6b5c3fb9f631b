/**
 * What the two-flow lab asks, what is fair, and each rule once.
 *
 * <p>In come {@code Arrivals} (what one side sent, by reads or by packets) and {@code Way}s through a relay, however they were
 * seen; out go figures, or a failure with its sentences from {@code words.properties}. Begin with {@link
 * org.wiregrade.labs.twoflow.rule.Assignment} for the numbers, {@link org.wiregrade.labs.twoflow.rule.Tolerance} for what was
 * measured, {@link org.wiregrade.labs.twoflow.rule.ChunkRule} for a rule.
 */
package org.wiregrade.labs.twoflow.rule;
