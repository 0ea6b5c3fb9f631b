package org.wiregrade.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * A teacher's CSV file: what a platform wrote, and takes back.
 *
 * @param name the file's, for sentences
 * @param hasBom whether it begins with a byte-order mark
 * @param lineEnd between rows
 * @param rows with the header, all of the same length
 */
record Sheet(String name, boolean hasBom, char separator, String lineEnd, List<List<String>> rows) {
    private static final String BOM = "\uFEFF";

    Sheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text of a file in UTF-8; anything else is an {@link IOException}. */
    static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(
                    file + " is not UTF-8; a spreadsheet may have saved it again, so download it once more", e);
        }
    }

    /** Reads a file's text; what is no CSV, or has rows of different lengths, is an {@link IOException}. */
    static Sheet parse(String name, String text, char separator) throws IOException {
        boolean bom = text.startsWith(BOM);
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        var sheet = new Sheet(name, bom, separator, lineEnd, rows(name, bom ? text.substring(1) : text, separator));
        if (sheet.rows.isEmpty()) {
            throw sheet.wrong("it is empty");
        }
        for (int i = 1; i < sheet.rows.size(); i++) {
            if (sheet.rows.get(i).size() != sheet.header().size()) {
                throw sheet.wrong("row " + (i + 1) + " has " + sheet.rows.get(i).size() + " cells, and the header "
                        + sheet.header().size() + "; download it once more");
            }
        }
        return sheet;
    }

    private static List<List<String>> rows(String name, String text, char separator) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                rows.add(record.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(name + " is no CSV file: " + e.getMessage(), e);
        }
        return rows;
    }

    List<String> header() {
        return rows.get(0);
    }

    String cell(int row, int column) {
        return rows.get(row).get(column);
    }

    /** The same sheet with other rows. */
    Sheet with(List<List<String>> others) {
        return new Sheet(name, hasBom, separator, lineEnd, others);
    }

    IOException wrong(String why) {
        return new IOException(name + ": " + why);
    }

    /** The sheet as a file's text, which is read back; what would not be read as the same is an {@link IOException}. */
    String text() throws IOException {
        String text = printed();
        if (!parse(name, text, separator).rows.equals(rows)) {
            throw wrong("its cells cannot be written so that they are read as the same");
        }
        return text;
    }

    private String printed() throws IOException {
        var text = new StringWriter();
        text.write(hasBom ? BOM : "");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator(lineEnd)
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        try (var csv = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                csv.printRecord(row);
            }
        }
        return text.toString();
    }
}
