package org.wiregrade.export;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wiregrade.policy.Person;
import org.wiregrade.report.Words;
import org.wiregrade.results.ResultJson;

/** A row a person, for a spreadsheet; whose grade is held has none there. */
final class PlainCsv implements Exporter {
    /** Without it, Excel takes UTF-8 for the code page of its country. */
    private static final String BOM = "\uFEFF";

    @Override
    public Outcome write(Request request) throws IOException {
        ResultJson.writeWhole(request.target(), text(request));
        return Outcome.DONE;
    }

    private static String text(Request request) throws IOException {
        var text = new StringWriter();
        text.write(BOM);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(request.decimalComma() ? ';' : ',')
                .setHeader("submission", "id", "name", "email", "lab", "grade", "out of", "needs a person", "why")
                .get();
        try (var csv = new CSVPrinter(text, format)) {
            for (Entry entry : request.entries()) {
                Optional<Person> person = entry.person();
                csv.printRecord(
                        Words.cell(entry.submission()),
                        Words.cell(person.map(Person::id)
                                .orElse(entry.submission().equals(entry.who()) ? "" : entry.who())),
                        Words.cell(person.map(Person::name).orElse("")),
                        Words.cell(person.flatMap(each -> each.account("email")).orElse("")),
                        Words.cell(entry.lab()),
                        entry.grade().map(grade -> number(grade, request)).orElse(""),
                        number(entry.outOf(), request),
                        entry.isHeld() ? "yes" : "no",
                        Words.cell(String.join("; ", entry.held())));
            }
        }
        return text.toString();
    }

    private static String number(BigDecimal number, Request request) {
        String plain = Entry.plain(number);
        return request.decimalComma() ? plain.replace('.', ',') : plain;
    }
}
