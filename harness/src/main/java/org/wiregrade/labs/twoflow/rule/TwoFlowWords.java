package org.wiregrade.labs.twoflow.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.wiregrade.testbed.CheckFailure;

/** The lab's sentences by their names, a table of usual mistakes for each rule; a translation is another such file. */
public final class TwoFlowWords {
    private static final String FILE = "words.properties";
    private static final Map<String, Object> FACTS = Map.of(
            "chunk", Assignment.CHUNK,
            "chunk-pause", Assignment.CHUNK_PAUSE_MS,
            "row-pause", Assignment.ROW_PAUSE_MS,
            "chat-port", Assignment.CHAT_PORT,
            "voip-port", Assignment.VOIP_PORT,
            "mark", Assignment.CHAT_MARK,
            "separator", Assignment.SEPARATOR,
            "columns", Assignment.COLUMNS,
            "row-form", Assignment.ROW_FORM,
            "chat-row-segments", Tolerance.CHAT_ROW_SEGMENTS);
    private static final Properties WORDS = read();

    private TwoFlowWords() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = TwoFlowWords.class.getResourceAsStream(FILE)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.replaceAll((name, sentence) -> withFacts(sentence.toString()));
        return words;
    }

    private static String withFacts(String sentence) {
        String told = sentence;
        for (Map.Entry<String, Object> fact : FACTS.entrySet()) {
            told = told.replace("{" + fact.getKey() + "}", fact.getValue().toString());
        }
        return told;
    }

    /** A sentence, or a part of one, with values in it. */
    public static String say(String name, Object... values) {
        String sentence = WORDS.getProperty(name);
        if (sentence == null) {
            throw new IllegalStateException("there is no sentence called " + name);
        }
        return String.format(Locale.ROOT, sentence, values);
    }

    /** Whether there is such a sentence. */
    static boolean has(String name) {
        return WORDS.containsKey(name);
    }

    /** What to do about a mistake; empty where it has no hint of its own, and the check's is shown. */
    public static String hint(String mistake) {
        return has(mistake + ".hint") ? say(mistake + ".hint") : "";
    }

    /**
     * A failure of a rule.
     *
     * @param mistake the name of what was seen instead, whose hint has the same name with {@code .hint}
     */
    public static CheckFailure failure(String expected, String mistake, Object... values) {
        return new CheckFailure(expected, say(mistake, values), hint(mistake));
    }
}
