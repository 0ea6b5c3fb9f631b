package org.wiregrade.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wiregrade.grade.Grade;
import org.wiregrade.results.CheckResult;

/** The class's grades as CSV: a row a submission, a column a check. */
public final class GradesCsv {
    private static final List<String> HEAD =
            List.of("submission", "lab", "earned", "possible", "percent", "state", "first failure");

    private GradesCsv() {}

    /** RFC 4180 with a header; text that a spreadsheet could take for a formula is quoted by an apostrophe. */
    public static String of(Collection<Grade> grades) {
        Set<String> checks = grades.stream()
                .flatMap(grade -> grade.result().checks().stream())
                .map(CheckResult::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> header = new ArrayList<>(HEAD);
        header.addAll(checks);
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get())) {
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
        row.add(grade.result().lab());
        row.add(grade.result().earned());
        row.add(grade.result().possible());
        row.add(grade.percent());
        row.add(grade.state());
        row.add(Words.cell(grade.firstFailure()));
        Map<String, Integer> earned = grade.result().checks().stream()
                .collect(Collectors.toMap(CheckResult::id, CheckResult::earned, Integer::sum));
        checks.forEach(check -> row.add(earned.getOrDefault(check, 0)));
        return row;
    }
}
