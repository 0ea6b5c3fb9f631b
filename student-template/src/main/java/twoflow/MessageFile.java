package twoflow;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The CSV files that the two clients send from, in UTF-8 with the columns timestamp, speaker, flow, message. */
public final class MessageFile {
    private static final List<String> COLUMNS = List.of("timestamp", "speaker", "flow", "message");

    private static final List<Row> CHAT = List.of(
            new Row("2025-12-13T10:00:00", "Client1", "CHAT", "Hi, this is Client1 (chat)."),
            new Row("2025-12-13T10:00:02", "Client1", "CHAT", "This is a second chat message."),
            new Row("2025-12-13T10:00:05", "Client1", "CHAT", "Do you hear me well?"),
            new Row("2025-12-13T10:00:08", "Client1", "CHAT", "Bye from chat!"));
    private static final List<Row> VOIP = List.of(
            new Row("2025-12-13T10:00:01.000", "Client2", "VOIP", "VOICE_FRAME_1: hello from Client2"),
            new Row("2025-12-13T10:00:01.020", "Client2", "VOIP", "VOICE_FRAME_2: test packet 1"),
            new Row("2025-12-13T10:00:01.040", "Client2", "VOIP", "VOICE_FRAME_3: test packet 2"),
            new Row("2025-12-13T10:00:01.060", "Client2", "VOIP", "VOICE_FRAME_4: goodbye"));

    private MessageFile() {}

    /** The chat rows of a file; where there is no such file, it is made with the lab's sample rows. */
    public static List<Row> chat(Path file) throws IOException {
        return readOrMake(file, "Chat", CHAT);
    }

    /** The VoIP rows of a file; where there is no such file, it is made with the lab's sample rows. */
    public static List<Row> voip(Path file) throws IOException {
        return readOrMake(file, "VoIP", VOIP);
    }

    private static List<Row> readOrMake(Path file, String name, List<Row> samples) throws IOException {
        if (Files.notExists(file)) {
            System.out.println("[Setup] Creating sample " + name + " CSV: " + file);
            write(file, samples);
        }
        return read(file);
    }

    private static void write(Path file, List<Row> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
            printer.printRecord(COLUMNS);
            for (Row row : rows) {
                printer.printRecord(row.timestamp(), row.speaker(), row.flow(), row.message());
            }
        }
    }

    private static List<Row> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        // Some spreadsheets put a byte order mark in front.
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            boolean header = true;
            for (CSVRecord fields : parser) {
                if (fields.size() != COLUMNS.size()
                        || (header && !fields.toList().equals(COLUMNS))) {
                    throw notAMessageFile(file, fields);
                }
                if (!header) {
                    rows.add(new Row(fields.get(0), fields.get(1), fields.get(2), fields.get(3)));
                }
                header = false;
            }
        }
        return rows;
    }

    private static IOException notAMessageFile(Path file, CSVRecord fields) {
        return new IOException(file + ", record " + fields.getRecordNumber() + " is " + fields.toList()
                + ". The file's first line must be " + String.join(",", COLUMNS)
                + " and each record must have these four fields with commas between them");
    }
}
