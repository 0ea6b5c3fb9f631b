package org.wiregrade.labs.twoflow.live;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.testbed.Vocabulary;

/** The rows that the harness gives the sender of a flow, and the file that they stand in. */
record LiveRows(LabFlow flow, Vocabulary words) {
    /** Letters outside English in front of more: a chunk that ends behind the first byte of these cuts a letter. */
    private static final List<String> LETTERS = List.of(
            "ă î ș ț 你好 😀", "ș ț ă î 東京 🙂", "ñ ö ü ß 山川 🚀", "ж й щ я 中文 🎈", "λ μ π ω 春秋 🐟", "ç ğ ı ş 天地 🎲");

    private static final List<String> SCIENCE = List.of(
            "știință, 你好, 😀", "învățare, 東京, 🙂", "mañana, 山川, 🚀", "größer, 中文, 🎈", "λέξη, 春秋, 🐟", "слово, 天地, 🎲");

    /** All of one length, as the speakers are, so that the rows keep theirs; the first is the flow's own. */
    private static final List<String> CHAT_FLOWS = List.of("CHAT", "NOTE", "TEXT", "MAIL", "WORD");

    private static final List<String> VOIP_FLOWS = List.of("VOIP", "CALL", "TALK", "TONE", "BEEP");

    private static final List<String> SPEAKERS = List.of(
            "Client1", "Adriana", "Gabriel", "Melissa", "Vincent", "Camelia", "Natalia", "Valeria", "Antonia",
            "Eugenia");

    /**
     * Six chat rows, or five VoIP rows: these have 51, 50, 55 bytes, then a newline inside, then chunk borders inside characters.
     */
    List<MessageRow> rows() {
        return flow == LabFlow.CHAT
                ? List.of(
                        row(1, words.sentence("chat 1", "good morning")),
                        row(2, words.noun("chat 2", "second") + ", with a comma and a \"quotation\""),
                        row(3, words.noun("chat 3", "two") + "\nlines"),
                        row(4, words.one("chat 4", SCIENCE)),
                        row(5, words.sentence("chat 5", "good night")),
                        row(6, "  " + words.noun("chat 6", "blanks") + "  around, 100% \\n {0} $1 | 'so' "))
                : List.of(
                        row(1, words.sentence("voip 1", "a rest of 1.")),
                        row(2, words.sentence("voip 2", "without one")),
                        row(3, words.sentence("voip 3", "rest of 5 bytes.")),
                        row(4, words.shortNoun("voip 4", "a") + " \"b\",\nc"),
                        row(5, words.one("voip 5", LETTERS) + " "));
    }

    private MessageRow row(int number, String text) {
        String name = flow.words().toLowerCase(Locale.ROOT);
        String key = words.shortNoun(name + " mark", "row") + "-" + number;
        String speaker = another(SPEAKERS, name + " speaker", number).replace("1", flow == LabFlow.CHAT ? "1" : "2");
        String label = another(flow == LabFlow.CHAT ? CHAT_FLOWS : VOIP_FLOWS, name + " flow", number);
        int hour = (10 + words.number(name + " hour", 14)) % 24;
        String time = String.format(Locale.ROOT, "%02d:%02d:0%d", hour, words.number(name + " minute", 60), number);
        String fraction = flow == LabFlow.CHAT ? "" : ".000";
        return new MessageRow(flow, number, List.of(time + fraction, speaker, label, key + ": " + text), key);
    }

    /** One that differs from the row before. */
    private String another(List<String> all, String name, int number) {
        return all.get((words.number(name, all.size()) + number - 1) % all.size());
    }

    /** The file that a client reads. */
    static String csv(List<MessageRow> rows) {
        return Stream.concat(Stream.of(Assignment.COLUMNS), rows.stream().map(LiveRows::record))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String record(MessageRow row) {
        return row.fields().stream()
                .map(field -> field.matches("[^\",\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
