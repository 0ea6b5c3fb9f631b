package org.wiregrade.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wiregrade.grade.Grade;

/** The class's grades as CSV: a row a submission, a column a check. */
public final class GradesCsv {
    private static final List<String> HEAD =
            List.of("submission", "lab", "earned", "possible", "percent", "needs a person", "first failure");

    private GradesCsv() {}

    /** RFC 4180 with a header; text that a spreadsheet could take for a formula is quoted by an apostrophe. */
    public static String of(Collection<Grade> grades) {
        Set<String> checks = grades.stream()
                .flatMap(grade -> grade.points().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> header = new ArrayList<>(HEAD);
        header.addAll(checks);
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(header.toArray(String[]::new))
                        .get())) {
            for (Grade grade : grades) {
                csv.printRecord(row(grade, checks));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Object> row(Grade grade, Set<String> checks) {
        List<Object> row = new ArrayList<>();
        row.add(Words.cell(grade.submission()));
        row.add(grade.lab());
        row.add(grade.earned());
        row.add(grade.possible());
        row.add(grade.percent());
        row.add(grade.needsPerson() ? "yes" : "no");
        row.add(Words.cell(grade.firstFailure()));
        checks.forEach(check -> row.add(grade.points().getOrDefault(check, 0)));
        return row;
    }
}
