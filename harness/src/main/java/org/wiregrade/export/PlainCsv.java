package org.wiregrade.export;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wiregrade.report.Words;
import org.wiregrade.results.Result;

/** A row a submission, for a spreadsheet; who needs a person has no points there. */
final class PlainCsv {
    /** Without it, Excel takes UTF-8 for the code page of its country. */
    private static final String BOM = "\uFEFF";

    private PlainCsv() {}

    static String of(List<Result> results) throws IOException {
        var text = new StringWriter();
        text.write(BOM);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("submission", "lab", "earned", "possible", "needs a person")
                .get();
        try (var csv = new CSVPrinter(text, format)) {
            for (Result result : results) {
                csv.printRecord(
                        Words.cell(result.submission()),
                        Words.cell(result.lab()),
                        result.needsPerson() ? "" : result.earned(),
                        result.possible(),
                        result.needsPerson() ? "yes" : "no");
            }
        }
        return text.toString();
    }
}
