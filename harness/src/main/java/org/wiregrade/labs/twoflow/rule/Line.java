package org.wiregrade.labs.twoflow.rule;

/**
 * The bytes of one row in a flow, or of what stands in a row's place; what follows them, such as a newline, is not in it.
 *
 * @param name what sentences call it
 * @param to the position behind its last byte
 */
public record Line(String name, int from, int to) {
    int length() {
        return to - from;
    }
}
