package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wiregrade.labs.evidence.EvidenceText;
import org.wiregrade.testbed.CheckFailure;

/** Reads the lab's CSV files. */
final class MessageRows {
    private static final int MOST = 10_000;

    private MessageRows() {}

    /**
     * The rows of a file.
     *
     * @throws CheckFailure where it is not such a file
     */
    static List<MessageRow> read(Path file, LabFlow flow) throws IOException {
        List<MessageRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(EvidenceText.read(file), CSVFormat.DEFAULT)) {
            boolean header = true;
            for (CSVRecord line : parser) {
                List<String> fields = line.toList();
                if (header) {
                    requireColumns(flow, fields);
                } else if (fields.size() == MessageRow.COLUMNS.size() && rows.size() < MOST) {
                    rows.add(new MessageRow(flow, rows.size() + 1, fields));
                } else if (fields.size() > 1 || !fields.get(0).isBlank()) {
                    throw unlike(flow, "line " + parser.getCurrentLineNumber() + " has " + fields.size() + " fields");
                }
                header = false;
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unlike(flow, "it cannot be read as CSV: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw unlike(flow, "it has no row below its header");
        }
        return List.copyOf(rows);
    }

    private static void requireColumns(LabFlow flow, List<String> fields) {
        List<String> names = fields.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.equals(MessageRow.COLUMNS)) {
            throw unlike(flow, "its first line is " + String.join(",", fields));
        }
    }

    private static CheckFailure unlike(LabFlow flow, String got) {
        return new CheckFailure(
                flow.file() + " with the columns " + String.join(",", MessageRow.COLUMNS),
                got,
                "Hand in the CSV file that the clients sent from; a message with a comma stands in quotation marks.");
    }

    /** The rows that the lab's programs make their own file of, where there is none. */
    static List<MessageRow> samples(LabFlow flow) {
        return switch (flow) {
            case CHAT ->
                List.of(
                        sample(flow, 1, "2025-12-13T10:00:00", "Hi, this is Client1 (chat)."),
                        sample(flow, 2, "2025-12-13T10:00:02", "This is a second chat message."),
                        sample(flow, 3, "2025-12-13T10:00:05", "Do you hear me well?"),
                        sample(flow, 4, "2025-12-13T10:00:08", "Bye from chat!"));
            case VOIP ->
                List.of(
                        sample(flow, 1, "2025-12-13T10:00:01.000", "VOICE_FRAME_1: hello from Client2"),
                        sample(flow, 2, "2025-12-13T10:00:01.020", "VOICE_FRAME_2: test packet 1"),
                        sample(flow, 3, "2025-12-13T10:00:01.040", "VOICE_FRAME_3: test packet 2"),
                        sample(flow, 4, "2025-12-13T10:00:01.060", "VOICE_FRAME_4: goodbye"));
        };
    }

    private static MessageRow sample(LabFlow flow, int number, String timestamp, String message) {
        String speaker = flow == LabFlow.CHAT ? "Client1" : "Client2";
        return new MessageRow(flow, number, List.of(timestamp, speaker, flow.name(), message));
    }
}
