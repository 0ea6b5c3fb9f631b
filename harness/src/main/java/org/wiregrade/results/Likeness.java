package org.wiregrade.results;

/**
 * Something in a piece of evidence that no two runs have in common; who shares it has the same evidence.
 *
 * @param kind {@code capture} or {@code explanation}
 * @param value equal where it is the same
 * @param where what it was found in
 */
public record Likeness(String kind, String value, String where) {}
