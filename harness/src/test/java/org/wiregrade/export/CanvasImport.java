package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Canvas makes of a gradebook that it is given, by the rules of its sources. */
final class CanvasImport {
    private CanvasImport() {}

    /** The cells of an assignment by the person's ID; what Canvas would not take for a gradebook is an {@link IOException}. */
    static Map<String, String> gradebook(Path file, String assignment) throws IOException {
        String text = Files.readString(file);
        Sheet sheet = Sheet.parse("", text, separator(text));
        List<String> header = sheet.header();
        if (!header.contains("Section") || !header.contains("ID")) {
            throw new IOException("no gradebook: " + header);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (List<String> row : sheet.rows().subList(1, sheet.rows().size())) {
            String id = row.get(header.indexOf("ID"));
            if (!id.isBlank()) {
                cells.put(id, row.get(header.indexOf(assignment)));
            }
        }
        return cells;
    }

    /** The last point or comma is the decimal sign. */
    static double number(String cell) {
        int sign = Math.max(cell.lastIndexOf('.'), cell.lastIndexOf(','));
        return sign < 0
                ? Double.parseDouble(cell)
                : Double.parseDouble(cell.substring(0, sign).replaceAll("[.,]", "") + "." + cell.substring(sign + 1));
    }

    /** The comma, unless semicolons part the first three lines alike, and into more cells. */
    private static char separator(String text) {
        List<String> lines = text.lines().limit(3).toList();
        return cells(lines, ';') > cells(lines, ',') ? ';' : ',';
    }

    /** How many cells each line has; 0 where they differ, or where a line cannot be parted so. */
    private static int cells(List<String> lines, char separator) {
        Set<Integer> counts = new HashSet<>();
        try {
            for (String line : lines) {
                counts.add(Sheet.parse("", line, separator).header().size());
            }
        } catch (IOException e) {
            return 0;
        }
        return counts.size() == 1 ? counts.iterator().next() : 0;
    }
}
