package org.wiregrade.build;

import java.util.Set;

/**
 * One instruction of a compiled method, written so that two methods from the same text have equal steps.
 *
 * @param line the source line that javac notes for it; 0 where it notes none
 * @param text the whole instruction, with its operands
 * @param core what of it stays the same whatever other code stands in the same method, which shifts local variables and
 *     jumps; empty where nothing does
 * @param types the internal names of the classes that it speaks of
 */
record Step(int line, String text, String core, Set<String> types) {
    Step {
        types = Set.copyOf(types);
    }
}
