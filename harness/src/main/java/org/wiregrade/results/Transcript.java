package org.wiregrade.results;

/**
 * What one of a submission's programs printed.
 *
 * @param program as messages call it
 * @param output its first and last lines, some 16 KiB at most
 */
public record Transcript(String program, String output) {}
