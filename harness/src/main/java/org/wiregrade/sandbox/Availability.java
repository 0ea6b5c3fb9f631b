package org.wiregrade.sandbox;

import org.wiregrade.sandbox.choice.Sandboxes;

/**
 * What this machine offers of one kind of sandbox.
 *
 * @param name {@code container}, {@code namespace} or {@code process}
 * @param usable whether {@link Sandboxes#choose} can give it
 * @param found what was found, as a sentence
 * @param meaning what follows from it for grading, as a sentence
 * @param advice how to come to a better state; empty where there is none
 */
public record Availability(String name, boolean usable, String found, String meaning, String advice) {}
