package org.wiregrade.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.wiregrade.policy.Calculation;

/** The class's grades by a policy as CSV: a row a person. */
public final class FinalGradesCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "who",
                    "submission",
                    "lab",
                    "grade",
                    "out of",
                    "state",
                    "late",
                    "free days used",
                    "free days left",
                    "score",
                    "deducted",
                    "held because",
                    "passed",
                    "overrides")
            .get();

    private FinalGradesCsv() {}

    /** RFC 4180 with a header; a decimal point, and never a thousands separator. */
    public static String of(List<Calculation> calculations) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (Calculation each : calculations) {
                csv.printRecord(
                        Words.cell(each.who()),
                        Words.cell(each.submission()),
                        each.lab(),
                        each.shown(),
                        each.outOfText(),
                        each.state().words(),
                        each.units(),
                        each.freeDaysUsed(),
                        each.freeDaysLeft(),
                        each.scoreText(),
                        each.deductedText(),
                        Words.cell(String.join("; ", each.held())),
                        each.passed().map(passed -> passed ? "yes" : "no").orElse(""),
                        Words.cell(String.join("; ", each.differences())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The grades that a file has, by person and lab; none where there is no file. */
    public static Map<String, String> grades(Path file) throws IOException {
        Map<String, String> grades = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            CSVFormat withHeader = FORMAT.builder().setSkipHeaderRecord(true).get();
            try (CSVParser csv = CSVParser.parse(Files.readString(file), withHeader)) {
                for (CSVRecord row : csv) {
                    grades.put(row.get("who") + " " + row.get("lab"), row.get("grade"));
                }
            } catch (IllegalArgumentException | UncheckedIOException e) {
                throw new IOException(file + " is not a list of grades: " + e.getMessage(), e);
            }
        }
        return grades;
    }

    /** By what {@link #grades} names a person's grade. */
    public static String key(Calculation calculation) {
        return Words.cell(calculation.who()) + " " + calculation.lab();
    }
}
