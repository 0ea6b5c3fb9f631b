package org.wiregrade.labs.twoflow.rule;

import java.util.Map;
import org.wiregrade.labs.words.Words;
import org.wiregrade.testbed.CheckFailure;

/** The one place where the lab's sentences are found, a table of usual mistakes for each rule. */
public final class TwoFlowWords {
    private static final Words WORDS = new Words(
            TwoFlowWords.class,
            Map.of(
                    "chunk", Assignment.CHUNK,
                    "chunk-pause", Assignment.CHUNK_PAUSE_MS,
                    "row-pause", Assignment.ROW_PAUSE_MS,
                    "chat-port", Assignment.CHAT_PORT,
                    "voip-port", Assignment.VOIP_PORT,
                    "mark", Assignment.CHAT_MARK,
                    "separator", Assignment.SEPARATOR,
                    "columns", Assignment.COLUMNS,
                    "row-form", Assignment.ROW_FORM));

    private TwoFlowWords() {}

    /** A sentence, or a part of one, with values in it. */
    public static String say(String name, Object... values) {
        return WORDS.text(name, values);
    }

    /** What to do about a mistake; empty where it has no hint of its own, and the check's is shown. */
    public static String hint(String mistake) {
        return WORDS.has(mistake + ".hint") ? WORDS.text(mistake + ".hint") : "";
    }

    /**
     * A failure of a rule.
     *
     * @param mistake the name of what was seen instead, with its hint
     */
    public static CheckFailure failure(String expected, String mistake, Object... values) {
        return new CheckFailure(expected, say(mistake + ".got", values), hint(mistake));
    }
}
