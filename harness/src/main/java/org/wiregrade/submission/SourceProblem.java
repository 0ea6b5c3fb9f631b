package org.wiregrade.submission;

/**
 * Why a source file of a submission cannot be used, in words for the student.
 *
 * @param path the file, relative to the submission
 * @param line 1-based; 0 where the file as a whole is meant
 * @param message what is wrong, one sentence
 * @param hint what to do about it, one sentence
 */
public record SourceProblem(String path, int line, String message, String hint) {
    @Override
    public String toString() {
        return path + (line == 0 ? "" : ":" + line) + ": " + message;
    }
}
