package org.wiregrade.regions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A given method's braces, or a nested class's, with a region between them.
 *
 * @param first the line of the opening brace, 1-based
 * @param last the line of the closing brace
 */
public record OpenBlock(int first, int last) {
    public boolean has(int line) {
        return line >= first && line <= last;
    }

    public static List<OpenBlock> in(Regions template) {
        List<OpenBlock> blocks = new ArrayList<>();
        Deque<Integer> braces = new ArrayDeque<>();
        for (JavaTokens.Token token : tokens(template)) {
            if (token.text().equals("{")) {
                braces.addLast(token.line());
            } else if (token.text().equals("}")) {
                int opened = braces.removeLast();
                if (braces.size() == 1 && hasRegion(template, opened, token.line())) {
                    blocks.add(new OpenBlock(opened, token.line()));
                }
            }
        }
        return List.copyOf(blocks);
    }

    private static boolean hasRegion(Regions template, int first, int last) {
        return template.regions().stream().anyMatch(region -> region.line() > first && region.line() < last);
    }

    private static List<JavaTokens.Token> tokens(Regions template) {
        try {
            return JavaTokens.of(template.withRegions(java.util.Map.of()));
        } catch (JavaTokens.Unfinished e) {
            throw new IllegalStateException("the template's " + template.path() + " does not end: " + e.what(), e);
        }
    }
}
