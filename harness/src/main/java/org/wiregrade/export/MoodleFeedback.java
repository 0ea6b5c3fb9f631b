package org.wiregrade.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.wiregrade.report.Words;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** Feedback in the two forms in which Moodle takes it: a comment in the worksheet, and a file for each participant. */
final class MoodleFeedback {
    /** By which a later export knows a comment that may be replaced. */
    static final String OURS = "<!-- wiregrade -->";

    private static final int MOST_TEXT = 300;
    private static final int LONGEST_NAME = 100;

    /** The same for all, so that the same pages make the same zip. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private MoodleFeedback() {}

    /** A comment as HTML, on one line and without a quote or a backslash, at which Moodle's reading goes wrong. */
    static String cell(Entry entry) {
        var text = new StringBuilder("<p>" + escaped(entry.points()) + ".</p>");
        for (CheckResult check : entry.checks()) {
            if (CheckWords.hasPoints(entry, check) && check.verdict() == Verdict.FAILED) {
                text.append("<p><b>").append(escaped(check.id())).append("</b>: ");
                text.append(escaped(check.title())).append(". Expected ").append(code(check.expected()));
                text.append(", got ").append(code(check.got())).append("</p>");
            }
        }
        return text.append(OURS).toString();
    }

    private static String code(String said) {
        return "<code>" + escaped(CheckWords.cut(said, MOST_TEXT)) + "</code>";
    }

    private static String escaped(String text) {
        var safe = new StringBuilder();
        Words.plain(text).codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                safe.append(' ');
            } else if ("&<>\"'\\".indexOf(point) >= 0) {
                safe.append("&#").append(point).append(';');
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** The pages of those who handed in, one a participant, also where a team did. */
    static byte[] zip(MoodleWorksheet worksheet, Map<Integer, Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Matching.Row row : worksheet.people()) {
                Entry entry = entries.get(row.index());
                if (entry != null && entry.result().isPresent()) {
                    var file =
                            new ZipEntry(name(row.name()) + "_" + row.number() + "_assignfeedback_file/feedback.html");
                    file.setTimeLocal(WRITTEN);
                    zip.putNextEntry(file);
                    zip.write(entry.page().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A name for people alone, as Moodle itself would have it: it goes by the number, which is behind the first underscore. */
    private static String name(String name) {
        String safe = Words.plain(name)
                .replaceAll("[\\p{Cntrl}&<>\"`|':\\\\/]", "")
                .replaceAll("\\.{2,}", "")
                .replace('_', ' ')
                .strip();
        String cut = safe.codePointCount(0, safe.length()) > LONGEST_NAME
                ? safe.substring(0, safe.offsetByCodePoints(0, LONGEST_NAME))
                : safe;
        return cut.isEmpty() || cut.startsWith(".") || cut.startsWith("~") ? "Participant" : cut;
    }
}
