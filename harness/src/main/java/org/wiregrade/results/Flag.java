package org.wiregrade.results;

/**
 * Something that a person should look at before the evidence is believed; it costs no point, and students do not see it.
 *
 * @param kind such as {@code log}, {@code explanation} or {@code scripted}
 * @param where the packets or lines that show it
 */
public record Flag(String kind, String words, String where) {}
