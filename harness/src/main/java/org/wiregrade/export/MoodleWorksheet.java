package org.wiregrade.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.policy.ExportPolicy;

/**
 * Moodle's offline grading worksheet, of which the columns are called in the teacher's language.
 *
 * @param grade the column of grades; behind it is that of the maximum, or of the scale's words
 * @param changeable the column that says whether a grade can be changed
 * @param modified the column of when it was changed last
 * @param feedback the column of comments
 * @param group the column of teams
 */
record MoodleWorksheet(
        Sheet sheet,
        int grade,
        Optional<Integer> changeable,
        Optional<Integer> modified,
        Optional<Integer> feedback,
        Optional<Integer> group) {
    private static final Set<String> GRADE = Set.of("Grade", "Bewertung", "Note", "Calificación");
    private static final Set<String> CHANGEABLE = Set.of(
            "Grade can be changed",
            "Bewertung kann geändert werden",
            "La note peut être modifiée",
            "Beoordeling kan gewijzigd worden");
    private static final Set<String> MODIFIED = Set.of(
            "Last modified (grade)",
            "Zuletzt geändert (Bewertung)",
            "Dernière modification (note)",
            "Última modificación (calificación)",
            "Laatst gewijzigd (beoordeling)",
            "最終更新日時 (評定)");
    private static final Set<String> FEEDBACK = Set.of("Feedback comments", "Feedback als Kommentar");
    private static final Set<String> GROUP = Set.of("Group", "Gruppe", "Groupe", "Grupo", "Groep");
    private static final Set<String> STATUS = Set.of("Status", "Statut", "Estado", "Stato", "ステータス");
    private static final Set<String> NO = Set.of("No", "Nein", "Non", "Nee");
    private static final Pattern IDENTIFIER = Pattern.compile(".*?(\\d+)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,](\\d+))?");

    /**
     * Reads a worksheet; one that Moodle would not take back is an {@link IOException}.
     *
     * @param wanted what the column of grades is called, in a language that is not known here
     */
    static MoodleWorksheet read(Path file, Optional<String> wanted) throws IOException {
        String text = Sheet.text(file);
        requireNoEscapes(file.toString(), text);
        requireCommas(file, text);
        Sheet sheet = Sheet.parse(file.toString(), text, ',');
        for (int row = 1; row < sheet.rows().size(); row++) {
            if (!IDENTIFIER.matcher(sheet.cell(row, 0)).matches()) {
                throw sheet.wrong("row " + (row + 1)
                        + " does not begin with a participant's number, so it is no grading worksheet of Moodle");
            }
        }
        int grade = column(sheet, wanted.map(Set::of).orElse(GRADE))
                .filter(column -> column > 1 && column + 1 < sheet.header().size())
                .orElseThrow(() -> new IllegalArgumentException(sheet.name()
                        + ": name the column of grades with --column, one of " + String.join("; ", sheet.header())));
        Optional<Integer> modified = column(sheet, MODIFIED);
        if (modified.isEmpty() && wanted.isEmpty()) {
            throw sheet.wrong(
                    "it does not say when each grade was changed last, and Moodle takes nothing without that");
        }
        return new MoodleWorksheet(
                sheet, grade, column(sheet, CHANGEABLE), modified, column(sheet, FEEDBACK), column(sheet, GROUP));
    }

    /** Moodle takes a backslash before a quote for a sign that the quote is no end of a cell, which CSV does not know. */
    private static void requireNoEscapes(String file, String text) throws IOException {
        if (text.contains("\\\"")) {
            throw new IOException(
                    file + ": a backslash stands before a quote, which Moodle reads otherwise than it writes;"
                            + " take the backslash out of that feedback, and download it once more");
        }
    }

    private static void requireCommas(Path file, String text) throws IOException {
        String header = text.lines().findFirst().orElse("");
        if (header.contains(";") && !header.contains(",")) {
            throw new IOException(file + ": a spreadsheet has saved it again, with semicolons; download it once more");
        }
    }

    private static Optional<Integer> column(Sheet sheet, Set<String> names) {
        return sheet.header().stream().filter(names::contains).findFirst().map(sheet.header()::indexOf);
    }

    /** Who is in it; identity fields stand between the name and the status, and a sheet without names has none. */
    List<Matching.Row> people() {
        List<Matching.Row> people = new ArrayList<>();
        int status = column(sheet, STATUS).filter(column -> column < grade).orElse(grade);
        boolean blind = status < 2;
        for (int row = 1; row < sheet.rows().size(); row++) {
            List<String> cells = sheet.rows().get(row);
            Set<String> ids = new TreeSet<>(blind ? List.of() : cells.subList(2, status));
            ids.removeIf(String::isBlank);
            people.add(new Matching.Row(
                    row,
                    number(row),
                    ids,
                    blind ? "" : cells.get(1).replaceAll("<[^>]*>", ""),
                    group.map(cells::get).orElse("")));
        }
        return people;
    }

    /** The participant's number, of this assignment alone. */
    String number(int row) {
        Matcher identifier = IDENTIFIER.matcher(sheet.cell(row, 0));
        return identifier.matches() ? identifier.group(1) : "";
    }

    boolean isLocked(int row) {
        return changeable.isPresent() && NO.contains(sheet.cell(row, changeable.get()));
    }

    /** Whether a comment stands there that no export wrote. */
    boolean hasTeachersWords(int row) {
        String words = feedback.map(column -> sheet.cell(row, column)).orElse("");
        return !words.isBlank() && !words.contains(MoodleFeedback.OURS);
    }

    /** A grade as Moodle reads it in every language: with a point, or by the scale's own word. */
    String gradeOf(int row, Entry entry, ExportPolicy policy) throws IOException {
        String most = sheet.cell(row, grade + 1);
        Matcher number = NUMBER.matcher(most);
        if (!number.matches()) {
            return word(most, entry, policy);
        }
        BigDecimal maximum = new BigDecimal(most.replace(',', '.'));
        if (entry.outOf().signum() > 0 && maximum.compareTo(entry.outOf()) != 0) {
            throw sheet.wrong("the assignment is out of " + most + ", and the grades are out of "
                    + Entry.plain(entry.outOf()) + "; set points.out-of in the policy");
        }
        BigDecimal points = entry.grade().orElseThrow();
        if (points.signum() < 0 || points.compareTo(maximum) > 0) {
            throw sheet.wrong(entry.who() + " has " + entry.points() + ", and Moodle takes 0 to " + most
                    + "; set points.min and points.max in the policy");
        }
        try {
            int decimals = number.group(1) == null ? 0 : number.group(1).length();
            return points.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        } catch (ArithmeticException e) {
            throw new IOException(
                    entry.who() + " has " + entry.points()
                            + ", with more decimals than the assignment; set points.round" + " in the policy",
                    e);
        }
    }

    private String word(String scale, Entry entry, ExportPolicy policy) throws IOException {
        List<String> words = scale.lines().map(String::strip).toList();
        String word = policy.word(entry.grade().orElseThrow(), entry.outOf())
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the assignment has a scale; say in the policy, export.moodle.scale, which grade has which word"));
        if (!words.contains(word)) {
            throw sheet.wrong("the scale has no word \"" + word + "\", only " + String.join(", ", words));
        }
        return word;
    }

    /** Whether Moodle may skip rows because it cannot read when they were changed: it knows English dates alone. */
    boolean mayLookOutdated(Set<Integer> rows) {
        boolean english =
                modified.isPresent() && sheet.header().get(modified.get()).startsWith("Last");
        return !english
                && modified.isPresent()
                && rows.stream()
                        .map(row -> sheet.cell(row, modified.get()))
                        .anyMatch(date -> !date.isBlank() && !date.equals("-") && !date.equals("'-"));
    }

    /** Other rows in this sheet's form, as Moodle reads it. */
    String text(List<List<String>> rows) throws IOException {
        String text = sheet.with(rows).text();
        requireNoEscapes(sheet.name(), text);
        return text;
    }
}
