package org.wiregrade.labs.twoflow.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wiregrade.labs.evidence.EvidenceText;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.CheckFailure;

/** Reads the lab's CSV files. */
public final class MessageRows {
    private static final int MOST = 10_000;
    private static final List<String> COLUMNS = List.of(Assignment.COLUMNS.split(","));

    private static final Map<LabFlow, List<String>> SAMPLES = Map.of(
            LabFlow.CHAT,
            List.of(
                    "2025-12-13T10:00:00 | Client1 | CHAT | Hi, this is Client1 (chat).",
                    "2025-12-13T10:00:02 | Client1 | CHAT | This is a second chat message.",
                    "2025-12-13T10:00:05 | Client1 | CHAT | Do you hear me well?",
                    "2025-12-13T10:00:08 | Client1 | CHAT | Bye from chat!"),
            LabFlow.VOIP,
            List.of(
                    "2025-12-13T10:00:01.000 | Client2 | VOIP | VOICE_FRAME_1: hello from Client2",
                    "2025-12-13T10:00:01.020 | Client2 | VOIP | VOICE_FRAME_2: test packet 1",
                    "2025-12-13T10:00:01.040 | Client2 | VOIP | VOICE_FRAME_3: test packet 2",
                    "2025-12-13T10:00:01.060 | Client2 | VOIP | VOICE_FRAME_4: goodbye"));

    private MessageRows() {}

    /**
     * The rows of a file.
     *
     * @throws CheckFailure where it is not such a file
     */
    static List<MessageRow> read(Path file, LabFlow flow) throws IOException {
        List<MessageRow> rows = new ArrayList<>();
        String text = EvidenceText.read(file);
        try (CSVParser parser = CSVParser.parse(text, formatOf(text))) {
            boolean header = true;
            for (CSVRecord line : parser) {
                List<String> fields = withoutEmptyEnd(line.toList());
                if (header) {
                    requireColumns(flow, fields);
                } else if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                } else if (fields.size() == COLUMNS.size() && rows.size() < MOST) {
                    rows.add(new MessageRow(flow, rows.size() + 1, fields));
                } else {
                    throw unlike(flow, TwoFlowWords.say("csv.line.got", parser.getCurrentLineNumber(), fields.size()));
                }
                header = false;
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unlike(flow, TwoFlowWords.say("csv.unreadable.got", e.getMessage()));
        }
        if (rows.isEmpty()) {
            throw unlike(flow, TwoFlowWords.say("csv.empty.got"));
        }
        return List.copyOf(rows);
    }

    /** As a spreadsheet saves it again where commas stand in numbers. */
    private static CSVFormat formatOf(String text) {
        boolean semicolons = text.stripLeading().toLowerCase(Locale.ROOT).startsWith(COLUMNS.get(0) + ";");
        return semicolons ? CSVFormat.DEFAULT.builder().setDelimiter(';').get() : CSVFormat.DEFAULT;
    }

    /** Without the empty columns that a spreadsheet puts behind the others. */
    private static List<String> withoutEmptyEnd(List<String> fields) {
        int size = fields.size();
        while (size > COLUMNS.size() && fields.get(size - 1).isBlank()) {
            size--;
        }
        return fields.subList(0, size);
    }

    private static void requireColumns(LabFlow flow, List<String> fields) {
        List<String> names = fields.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.equals(COLUMNS)) {
            throw unlike(flow, TwoFlowWords.say("csv.columns.got", String.join(",", fields)));
        }
    }

    private static CheckFailure unlike(LabFlow flow, String got) {
        return new CheckFailure(TwoFlowWords.say("csv.expected", flow.file()), got, TwoFlowWords.hint("csv"));
    }

    /** The rows that the lab's programs make their own file of, where there is none. */
    public static List<MessageRow> samples(LabFlow flow) {
        List<String> rows = SAMPLES.get(flow);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new MessageRow(flow, i + 1, List.of(rows.get(i).split(" \\| "))))
                .toList();
    }
}
