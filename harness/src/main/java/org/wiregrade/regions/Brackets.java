package org.wiregrade.regions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a region closes all that it opens and nothing else, so that it cannot reach into given code. */
final class Brackets {
    private static final Map<String, String> PAIRS = Map.of("}", "{", ")", "(", "]", "[");

    private Brackets() {}

    /** What is wrong with a region, found on a line counted from the region's first; nothing where all is well. */
    record Fault(String what, int line) {}

    static Optional<Fault> faultIn(String code) {
        List<JavaTokens.Token> tokens;
        try {
            tokens = JavaTokens.of(code);
        } catch (JavaTokens.Unfinished e) {
            return Optional.of(new Fault(e.what() + " that starts here is not closed", e.line()));
        }
        Deque<JavaTokens.Token> open = new ArrayDeque<>();
        for (JavaTokens.Token token : tokens) {
            if (PAIRS.containsValue(token.text())) {
                open.push(token);
            } else if (PAIRS.containsKey(token.text())) {
                JavaTokens.Token opened = open.poll();
                if (opened == null) {
                    return Optional.of(new Fault(
                            "the \"" + token.text() + "\" here closes something that was not opened in the region",
                            token.line()));
                }
                if (!opened.text().equals(PAIRS.get(token.text()))) {
                    return Optional.of(new Fault(
                            "the \"" + token.text() + "\" here does not fit the \"" + opened.text() + "\" before it",
                            token.line()));
                }
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the \"" + open.peek().text() + "\" here is not closed in the region",
                        open.peek().line()));
    }
}
