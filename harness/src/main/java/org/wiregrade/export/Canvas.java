package org.wiregrade.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.results.ResultJson;

/** The gradebook that a teacher exported from Canvas, with the grades of one assignment filled in. */
final class Canvas implements Exporter {
    private static final Pattern ASSIGNMENT = Pattern.compile("(.*)\\s\\((\\d+)\\)");
    private static final Set<String> IDS = Set.of("SIS User ID", "SIS Login ID");
    private static final Pattern OTHER_WORD = Pattern.compile("(?i)EX|N/A");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d{1,2}");
    private static final int DECIMALS = 2;

    @Override
    public Outcome write(Request request) throws IOException {
        Path file = request.neededSheet("the gradebook that Canvas exports");
        Gradebook book =
                Gradebook.read(file, request.column().or(() -> request.policy().assignment()));
        Matching matching = Matching.of("canvas", book.people(), request.graded());
        List<String> unwritten = new ArrayList<>(matching.unmatched());
        List<List<String>> rows = new ArrayList<>(book.sheet().rows());
        Set<Integer> written = new TreeSet<>();
        for (Map.Entry<Integer, Entry> each : matching.entries().entrySet()) {
            String was = book.sheet().cell(each.getKey(), book.column());
            if (OTHER_WORD.matcher(was.strip()).matches()) {
                unwritten.add(each.getValue().who() + ": Canvas has " + was.strip() + " there");
            } else {
                List<String> row = new ArrayList<>(rows.get(each.getKey()));
                row.set(book.column(), book.number(each.getValue()));
                rows.set(each.getKey(), row);
                written.add(each.getKey());
            }
        }
        Sheet filled = book.sheet().with(rows);
        Sheet chosen = request.onlyOurs() ? book.small(filled, written) : filled;
        ResultJson.writeWhole(request.target(), chosen.text());
        return new Outcome(unwritten, List.of("written: " + book.title() + ", " + written.size() + " grades"));
    }

    /**
     * A gradebook.
     *
     * @param column of the assignment
     * @param first the row of the first person
     */
    private record Gradebook(Sheet sheet, int column, int first) {
        static Gradebook read(Path file, Optional<String> wanted) throws IOException {
            String text = Sheet.text(file);
            Sheet sheet = Sheet.parse(file.toString(), text, separator(file, text));
            int first = 1;
            while (first < sheet.rows().size()
                    && isAboutAssignments(sheet.rows().get(first))) {
                first++;
            }
            var book = new Gradebook(sheet, column(sheet, wanted), first);
            if (book.points().contains("read only")) {
                throw sheet.wrong("Canvas takes no grades for " + book.title() + ", it says (read only)");
            }
            return book;
        }

        /** As Canvas finds it: the sign that parts the header into the columns that must be there. */
        private static char separator(Path file, String text) throws IOException {
            String header = text.replace("\uFEFF", "").lines().findFirst().orElse("");
            for (char separator : new char[] {',', ';'}) {
                List<String> names = List.of(header.split(Pattern.quote(String.valueOf(separator)), -1));
                if (names.size() > 2
                        && (names.subList(0, 2).equals(List.of("Student", "ID"))
                                || names.subList(0, 3).equals(List.of("LastName", "FirstName", "ID")))) {
                    return separator;
                }
            }
            throw new IOException(file + " is no gradebook of Canvas: it begins with Student and ID, or with LastName, "
                    + "FirstName and ID");
        }

        private static boolean isAboutAssignments(List<String> row) {
            return row.get(0).strip().equals("Points Possible") || row.get(0).isBlank();
        }

        private static int column(Sheet sheet, Optional<String> wanted) throws IOException {
            List<Integer> found = new ArrayList<>();
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < sheet.header().size(); i++) {
                Matcher assignment = ASSIGNMENT.matcher(sheet.header().get(i));
                if (assignment.matches() && !isTotal(assignment.group(1))) {
                    titles.add(sheet.header().get(i));
                    Predicate<String> names = name -> name.equals(assignment.group(2))
                            || name.equals(assignment.group(1))
                            || name.equals(assignment.group());
                    if (wanted.isEmpty() || names.test(wanted.get())) {
                        found.add(i);
                    }
                }
            }
            if (found.size() != 1) {
                throw new IllegalArgumentException(
                        sheet.name() + ": name the assignment with --column, one of " + String.join("; ", titles));
            }
            return found.get(0);
        }

        /** Canvas takes such a column for a total of its own, and reads nothing from it. */
        private static boolean isTotal(String title) {
            return title.matches(".*(Current|Final|Override) (Score|Points|Grade).*");
        }

        String title() {
            return sheet.header().get(column);
        }

        private String points() {
            for (int i = 1; i < first; i++) {
                if (sheet.cell(i, 0).strip().equals("Points Possible")) {
                    return sheet.cell(i, column).strip();
                }
            }
            return "";
        }

        List<Matching.Row> people() {
            int id = sheet.header().indexOf("ID");
            List<Matching.Row> people = new ArrayList<>();
            for (int row = first; row < sheet.rows().size(); row++) {
                Set<String> ids = new TreeSet<>();
                for (int i = 0; i < sheet.header().size(); i++) {
                    if (IDS.contains(sheet.header().get(i))
                            && !sheet.cell(row, i).isBlank()) {
                        ids.add(sheet.cell(row, i).strip());
                    }
                }
                String name = String.join(" ", sheet.rows().get(row).subList(0, id));
                people.add(new Matching.Row(row, sheet.cell(row, id).strip(), ids, name, ""));
            }
            return people;
        }

        /** A grade as the sheet writes numbers; never with a sign between thousands, which Canvas reads as a decimal one. */
        String number(Entry entry) throws IOException {
            String possible = points().replace(',', '.');
            boolean known = possible.matches("\\d+(\\.\\d+)?") && entry.outOf().signum() > 0;
            if (known && new BigDecimal(possible).compareTo(entry.outOf()) != 0) {
                throw sheet.wrong(title() + " is out of " + possible + ", and the grades are out of "
                        + Entry.plain(entry.outOf()) + "; set points.out-of in the policy");
            }
            try {
                String number = entry.grade()
                        .orElseThrow()
                        .setScale(DECIMALS, RoundingMode.UNNECESSARY)
                        .toPlainString();
                return hasDecimalComma() ? number.replace('.', ',') : number;
            } catch (ArithmeticException e) {
                throw new IOException(
                        "Canvas keeps two decimals, and " + entry.who() + " has " + entry.points()
                                + "; set points.round in the policy",
                        e);
            }
        }

        private boolean hasDecimalComma() {
            return sheet.rows().stream()
                    .skip(1)
                    .flatMap(List::stream)
                    .anyMatch(cell -> DECIMAL_COMMA.matcher(cell).matches());
        }

        /** Of a filled gradebook what Canvas needs, so that nothing else is taken back to what it was. */
        Sheet small(Sheet filled, Set<Integer> written) throws IOException {
            int section = sheet.header().indexOf("Section");
            if (section < 0) {
                throw sheet.wrong("it has no column Section, which Canvas needs");
            }
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < filled.rows().size(); i++) {
                boolean isHead = i == 0 || (i < first && !filled.cell(i, 0).isBlank());
                if (isHead || written.contains(i)) {
                    List<String> row = new ArrayList<>(filled.rows().get(i).subList(0, section + 1));
                    row.add(filled.cell(i, column));
                    rows.add(row);
                }
            }
            return filled.with(rows);
        }
    }
}
