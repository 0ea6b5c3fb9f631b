package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row that the harness gives a client to send.
 *
 * @param mark the part of the message that no other row has, by which it is known on the wire
 * @param plain whether it has only what any way of reading and sending gets right
 */
record LiveRow(String timestamp, String speaker, String flow, String message, String mark, boolean plain) {
    static final String COLUMNS = "timestamp,speaker,flow,message";
    private static final String CHAT_PREFIX = "C1-CHAT: ";

    /** Client 1's rows. */
    static final List<LiveRow> CHAT = List.of(
            chat(1, "good morning", true),
            chat(2, "second, with a comma and a \"quotation\"", false),
            chat(3, "two\nlines", false),
            chat(4, "știință, 你好, 😀", false),
            chat(5, "good night", true));

    /** Client 2's rows: of 51, 50, 55 bytes, then one with a newline inside, then one with chunk borders inside characters. */
    static final List<LiveRow> VOIP = List.of(
            voip(1, "a rest of 1.", true),
            voip(2, "without one", true),
            voip(3, "rest of 5 bytes.", true),
            voip(4, "a \"b\",\nc", false),
            voip(5, "ă î ș ț 你好 😀", false));

    private static LiveRow chat(int number, String text, boolean plain) {
        String mark = "row-" + number;
        return new LiveRow("10:00:0" + number, "Client1", "CHAT", mark + ": " + text, mark, plain);
    }

    private static LiveRow voip(int number, String text, boolean plain) {
        String mark = "row-" + number;
        return new LiveRow("10:00:0" + number + ".000", "Client2", "VOIP", mark + ": " + text, mark, plain);
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
