package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiregrade.results.ResultJson;

/** The offline grading worksheet that a teacher exported from Moodle, filled in, with a zip of pages beside it. */
final class Moodle implements Exporter {
    private static final String WORKSHEET = "worksheet.csv";
    private static final String FEEDBACK = "feedback.zip";

    @Override
    public Outcome write(Request request) throws IOException {
        Path file = request.neededSheet("the grading worksheet that Moodle exports");
        MoodleWorksheet worksheet = MoodleWorksheet.read(file, request.column());
        Matching matching = Matching.of("moodle", worksheet.people(), request.graded());
        List<String> unwritten = new ArrayList<>(matching.unmatched());
        List<List<String>> rows = new ArrayList<>(worksheet.sheet().rows());
        Map<Integer, Entry> written = new TreeMap<>();
        Set<String> keptWords = new TreeSet<>();
        for (Map.Entry<Integer, Entry> each : matching.entries().entrySet()) {
            int row = each.getKey();
            if (worksheet.isLocked(row)) {
                unwritten.add(each.getValue().who() + ": Moodle says that this grade cannot be changed");
                continue;
            }
            List<String> cells = new ArrayList<>(rows.get(row));
            cells.set(worksheet.grade(), worksheet.gradeOf(row, each.getValue(), request.policy()));
            if (request.policy().feedback() && worksheet.hasTeachersWords(row)) {
                keptWords.add(each.getValue().who());
            } else if (request.policy().feedback() && worksheet.feedback().isPresent()) {
                cells.set(worksheet.feedback().get(), MoodleFeedback.cell(each.getValue()));
            }
            rows.set(row, cells);
            written.put(row, each.getValue());
        }
        ResultJson.writeWhole(request.target().resolve(WORKSHEET), worksheet.text(rows));
        ResultJson.writeWhole(
                request.target().resolve(FEEDBACK),
                MoodleFeedback.zip(worksheet, request.policy().feedback() ? written : Map.of()));
        return new Outcome(unwritten, notes(worksheet, written, keptWords));
    }

    private static List<String> notes(MoodleWorksheet worksheet, Map<Integer, Entry> written, Set<String> keptWords) {
        List<String> notes = new ArrayList<>();
        List<String> zeros = written.values().stream()
                .filter(entry -> entry.grade().orElseThrow().signum() == 0)
                .map(Entry::who)
                .toList();
        List<String> without = worksheet.people().stream()
                .filter(row -> !written.containsKey(row.index()))
                .map(row -> row.name().isEmpty() ? "participant " + row.number() : row.name())
                .toList();
        notes.add("give Moodle " + WORKSHEET + " first, then " + FEEDBACK
                + "; the other way round it takes grades for outdated");
        note(notes, "look whether the 0 of these arrived, since some Moodles leave it out: ", zeros);
        note(notes, "somebody's own words stand in the sheet for these, and stay: ", keptWords);
        note(notes, "nothing was written for these in the sheet: ", without);
        if (worksheet.feedback().isEmpty()) {
            notes.add("no column for feedback was found in the sheet; the pages in " + FEEDBACK + " have it");
        }
        if (worksheet.mayLookOutdated(written.keySet())) {
            notes.add("some were graded before, and Moodle cannot read this language's dates: tick that newer records"
                    + " may be updated, or these stay as they are");
        }
        return notes;
    }

    private static void note(List<String> notes, String sentence, Iterable<String> names) {
        String list = String.join(", ", names);
        if (!list.isEmpty()) {
            notes.add(sentence + list);
        }
    }
}
