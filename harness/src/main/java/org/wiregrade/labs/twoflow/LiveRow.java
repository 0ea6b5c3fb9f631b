package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.testbed.Vocabulary;

/**
 * A row that the harness gives a client to send.
 *
 * @param mark the part of the message that no other row has, by which it is known on the wire
 * @param plain whether it has only what any way of reading and sending gets right
 */
record LiveRow(String timestamp, String speaker, String flow, String message, String mark, boolean plain) {
    static final String COLUMNS = "timestamp,speaker,flow,message";
    private static final String CHAT_PREFIX = "C1-CHAT: ";

    /** Letters outside English in front of more: a chunk that ends behind the first byte of these cuts a letter. */
    private static final List<String> LETTERS = List.of(
            "ă î ș ț 你好 😀", "ș ț ă î 東京 🙂", "ñ ö ü ß 山川 🚀", "ж й щ я 中文 🎈", "λ μ π ω 春秋 🐟", "ç ğ ı ş 天地 🎲");

    private static final List<String> SCIENCE = List.of(
            "știință, 你好, 😀", "învățare, 東京, 🙂", "mañana, 山川, 🚀", "größer, 中文, 🎈", "λέξη, 春秋, 🐟", "слово, 天地, 🎲");

    private static final List<String> SPEAKERS = List.of(
            "Client1", "Adriana", "Gabriel", "Melissa", "Vincent", "Camelia", "Natalia", "Valeria", "Antonia",
            "Eugenia");

    /** Client 1's rows. */
    static List<LiveRow> chat(Vocabulary words) {
        Of of = new Of(words, "CHAT", "chat", words.one("chat speaker", SPEAKERS), "");
        return List.of(
                of.row(1, words.sentence("chat 1", "good morning"), true),
                of.row(2, words.noun("chat 2", "second") + ", with a comma and a \"quotation\"", false),
                of.row(3, words.noun("chat 3", "two") + "\nlines", false),
                of.row(4, words.one("chat 4", SCIENCE), false),
                of.row(5, words.sentence("chat 5", "good night"), true));
    }

    /** Client 2's rows: of 51, 50, 55 bytes, then one with a newline inside, then one with chunk borders inside characters. */
    static List<LiveRow> voip(Vocabulary words) {
        String speaker = words.one("voip speaker", SPEAKERS).replace('1', '2');
        Of of = new Of(words, "VOIP", "voip", speaker, ".000");
        return List.of(
                of.row(1, words.sentence("voip 1", "a rest of 1."), true),
                of.row(2, words.sentence("voip 2", "without one"), true),
                of.row(3, words.sentence("voip 3", "rest of 5 bytes."), true),
                of.row(4, words.shortNoun("voip 4", "a") + " \"b\",\nc", false),
                of.row(5, words.one("voip 5", LETTERS), false));
    }

    /** What the rows of one file have in common. */
    private record Of(Vocabulary words, String flow, String name, String speaker, String fraction) {
        LiveRow row(int number, String text, boolean plain) {
            String mark = words.shortNoun(name + " mark", "row") + "-" + number;
            int hour = (10 + words.number(name + " hour", 14)) % 24;
            String time = String.format(Locale.ROOT, "%02d:%02d:0%d", hour, words.number(name + " minute", 60), number);
            return new LiveRow(time + fraction, speaker, flow, mark + ": " + text, mark, plain);
        }
    }

    /** The file that a client reads. */
    static String csv(List<LiveRow> rows) {
        return rows.stream().map(LiveRow::record).collect(Collectors.joining("\r\n", COLUMNS + "\r\n", "\r\n"));
    }

    private String record() {
        return Stream.of(timestamp, speaker, flow, message)
                .map(field -> field.matches("[^\",\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    /** The four fields as the lab joins them. */
    String fields() {
        return String.join(" | ", timestamp, speaker, flow, message);
    }

    /** What the lab sends of this row, before a newline that VoIP has. */
    String payload() {
        return (flow.equals("CHAT") ? CHAT_PREFIX : "") + fields();
    }

    byte[] bytes() {
        return payload().getBytes(StandardCharsets.UTF_8);
    }

    /** Where in {@link #bytes()} the mark stands. */
    int markAt() {
        return payload().substring(0, payload().indexOf(mark)).getBytes(StandardCharsets.UTF_8).length;
    }
}
