package org.wiregrade.labs.twoflow.live;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;

/** The rows that the harness gives a client to send, and the file that they stand in. */
final class LiveRows {
    /** Client 1's rows. */
    static final List<MessageRow> CHAT = rows(
            LabFlow.CHAT,
            "",
            List.of(
                    "good morning",
                    "second, with a comma and a \"quotation\"",
                    "two\nlines",
                    "știință, 你好, 😀",
                    "good night"));

    /** Client 2's rows: of 51, 50, 55 bytes, then one with a newline inside, then one with chunk borders inside characters. */
    static final List<MessageRow> VOIP = rows(
            LabFlow.VOIP,
            ".000",
            List.of("a rest of 1.", "without one", "rest of 5 bytes.", "a \"b\",\nc", "ă î ș ț 你好 😀"));

    private LiveRows() {}

    private static List<MessageRow> rows(LabFlow flow, String fraction, List<String> texts) {
        return IntStream.rangeClosed(1, texts.size())
                .mapToObj(number -> {
                    String key = "row-" + number;
                    String speaker = flow == LabFlow.CHAT ? "Client1" : "Client2";
                    return new MessageRow(
                            flow,
                            number,
                            List.of(
                                    "10:00:0" + number + fraction,
                                    speaker,
                                    flow.name(),
                                    key + ": " + texts.get(number - 1)),
                            key);
                })
                .toList();
    }

    /** The rows of a flow's sender. */
    static List<MessageRow> of(LabFlow flow) {
        return flow == LabFlow.CHAT ? CHAT : VOIP;
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
