package org.wiregrade.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.numbers.fraction.BigFraction;

/** A list in a CSV file with a header of known names. */
final class CsvList {
    private CsvList() {}

    /** A row with its line; an empty cell is no value. */
    record Row(String file, long line, Map<String, String> cells) {
        Optional<String> get(String column) {
            return Optional.ofNullable(cells.get(column)).map(String::strip).filter(cell -> !cell.isEmpty());
        }

        String needed(String column) throws RefusedPolicy {
            Optional<String> cell = get(column);
            if (cell.isEmpty()) {
                throw wrong("there is no value for \"" + column + "\"");
            }
            return cell.get();
        }

        Optional<BigFraction> number(String column) throws RefusedPolicy {
            Optional<String> text = get(column);
            try {
                return text.map(Numbers::parse);
            } catch (NumberFormatException e) {
                throw wrong(column + " is a number, such as 12 or 0.5, not \"" + text.orElse("") + "\"");
            }
        }

        Optional<Instant> time(String column, ZoneId zone) throws RefusedPolicy {
            Optional<String> text = get(column);
            try {
                return text.map(each -> Times.parse(each, zone));
            } catch (DateTimeException e) {
                throw wrong(column + " is a time such as 2026-11-20T23:59, not \"" + text.orElse("") + "\"");
            }
        }

        RefusedPolicy wrong(String why) {
            return new RefusedPolicy(file, (int) line, why);
        }

        String place() {
            return file + ", line " + line;
        }
    }

    /** All rows; a column that nobody knows is refused, with the nearest that there is. */
    static List<Row> read(Path path, Set<String> columns) throws IOException {
        String file = path.toString();
        String text = Files.readString(path).replace("\uFEFF", "");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (String column : parser.getHeaderNames()) {
                if (!columns.contains(column.strip().toLowerCase(Locale.ROOT))) {
                    throw new RefusedPolicy(
                            file, 1, "there is no column \"" + column + "\"" + Nearest.words(column, columns));
                }
            }
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    throw new RefusedPolicy(
                            file,
                            (int) parser.getCurrentLineNumber(),
                            "this row has " + record.size() + " cells, and the header has "
                                    + parser.getHeaderNames().size());
                }
                rows.add(new Row(file, parser.getCurrentLineNumber(), record.toMap()));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new RefusedPolicy(file, 1, "this is no list: " + e.getMessage());
        }
        return rows;
    }
}
