package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Moodle makes of the files that it is given, by the rules of its sources. */
final class MoodleImport {
    private MoodleImport() {}

    /** A row as Moodle takes it. */
    record Taken(String grade, String feedback) {}

    /** The rows by participant; what Moodle would not read at all is an {@link IOException}. */
    static Map<String, Taken> worksheet(Path file, String participant, String gradeColumn, String feedbackColumn)
            throws IOException {
        String text = Files.readString(file)
                .replace("\uFEFF", "")
                .replaceAll("\r\n?", "\n")
                .stripTrailing();
        List<List<String>> rows = cells(text);
        List<String> header = rows.get(0);
        Map<String, Taken> taken = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != header.size()) {
                throw new IOException("a row has " + row.size() + " cells");
            }
            String number = row.get(0).substring(participant.length()).strip();
            taken.put(number, new Taken(row.get(header.indexOf(gradeColumn)), row.get(header.indexOf(feedbackColumn))));
        }
        return taken;
    }

    /** A number as Moodle reads it where the decimal sign is another; the rest behind it is not read. */
    static double number(String cell, char decimalSign) {
        String plain = cell.replace(" ", "").replace(decimalSign, '.');
        Matcher number = Pattern.compile("-?\\d*\\.?\\d*").matcher(plain);
        return number.lookingAt() && !number.group().isEmpty() ? Double.parseDouble(number.group()) : 0;
    }

    /** Cells by PHP's rule, in which a backslash inside of quotes takes the meaning of what is behind it. */
    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted && sign == '\\' && i + 1 < text.length()) {
                cell.append(sign).append(text.charAt(++i));
            } else if (quoted && sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (sign == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && (sign == ',' || sign == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (sign == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(sign);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }

    /** Whose file a name in a zip of feedback is; empty where Moodle skips it. */
    static Optional<String> owner(String name, Set<String> participants) {
        for (String part : name.split("/")) {
            String[] words = part.split("_", 5);
            boolean plugin = words.length >= 4
                    && Set.of("assignfeedback_file", "assignsubmission_file").contains(words[2] + "_" + words[3]);
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (plugin && participants.contains(words[1]) && !file.startsWith(".") && !file.startsWith("~")) {
                return Optional.of(words[1]);
            }
        }
        return Optional.empty();
    }
}
