package org.wiregrade.capture;

/**
 * Something wrong with a capture that could be read at least in part.
 *
 * @param offset the byte of the file, or of what is packed in it, where it was met
 * @param message one sentence for the student: what is wrong, where, and what to do
 */
public record CaptureProblem(long offset, String message) {}
