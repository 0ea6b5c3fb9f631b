package org.wiregrade.labs.chat.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of an output file as the server printed them: what a console has broken is whole again, and what the explanation
 * quotes of the log does not count a second time.
 */
public final class PrintedLines {
    /** Narrower than any console. */
    private static final int NARROWEST = 40;

    /** So many lines of the log that end at the same column were broken there. */
    private static final int BROKEN_LINES = 2;

    private static final String ENDS = ".!?:…";
    private static final String CLOSING = ")\"'”*_`";
    private static final String EDGES = "-*•>·\"'“„”` \t";

    private final List<String> lines;
    private final List<Boolean> logged;

    private PrintedLines(List<String> lines) {
        this.lines = lines;
        logged = lines.stream().map(ServerLog::isLogLine).toList();
    }

    /** A text whose log's lines are whole; line numbers are those of what is joined. */
    public static String unbroken(String text) {
        var printed = new PrintedLines(text.lines().toList());
        int width = printed.consoleWidth();
        if (width == 0) {
            return text;
        }
        List<String> joined = new ArrayList<>();
        int lastLength = 0;
        boolean inLog = false;
        for (int i = 0; i < printed.lines.size(); i++) {
            String line = printed.lines.get(i);
            boolean rest = inLog && lastLength == width && !printed.logged.get(i);
            if (rest) {
                int last = joined.size() - 1;
                joined.set(last, joined.get(last) + line);
            } else {
                joined.add(line);
            }
            inLog = rest || printed.logged.get(i);
            lastLength = line.length();
        }
        return String.join("\n", joined);
    }

    /** The column at which a console broke lines of the log; 0 where none did. */
    private int consoleWidth() {
        int longest = 0;
        for (int i = 0; i < lines.size(); i++) {
            longest = logged.get(i) ? Math.max(longest, lines.get(i).length()) : longest;
        }
        int broken = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            boolean goesOn = logged.get(i) && lines.get(i).length() == longest && !logged.get(i + 1);
            broken += goesOn && !lines.get(i + 1).isBlank() ? 1 : 0;
        }
        return longest >= NARROWEST && broken >= BROKEN_LINES ? longest : 0;
    }

    /** The lines of a text, those that only repeat others of the log beside a sentence or a fence as empty ones. */
    static List<String> withoutQuotations(String text) {
        var printed = new PrintedLines(text.lines().toList());
        List<String> kept = new ArrayList<>(printed.lines);
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < printed.lines.size(); i++) {
            if (printed.logged.get(i)) {
                times.merge(bare(printed.lines.get(i)), 1, Integer::sum);
            }
        }
        int from = 0;
        while (from < printed.lines.size()) {
            int to = printed.endOfRun(from);
            if (to > from && printed.isQuotation(from, to, times)) {
                for (int i = from; i < to; i++) {
                    kept.set(i, "");
                    // One of those that are alike stays.
                    times.computeIfPresent(bare(printed.lines.get(i)), (line, n) -> n - 1);
                }
            }
            from = Math.max(to, from + 1);
        }
        return kept;
    }

    /** Where the lines of the log that begin here end, blank ones among them. */
    private int endOfRun(int from) {
        int to = from;
        while (to < lines.size()
                && (logged.get(to) || (to > from && lines.get(to).isBlank()))) {
            to++;
        }
        return to;
    }

    private boolean isQuotation(int from, int to, Map<String, Integer> times) {
        Map<String, Integer> own = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (logged.get(i)) {
                own.merge(bare(lines.get(i)), 1, Integer::sum);
            }
        }
        int all = times.values().stream().mapToInt(n -> n).sum();
        int here = own.values().stream().mapToInt(n -> n).sum();
        return 2 * here < all
                && own.entrySet().stream().allMatch(line -> times.get(line.getKey()) > line.getValue())
                && (isProse(neighbour(from, -1)) || isProse(neighbour(to - 1, 1)));
    }

    /** The next line in a direction that is not blank; empty where there is none. */
    private String neighbour(int at, int step) {
        int next = at + step;
        while (next >= 0 && next < lines.size() && lines.get(next).isBlank()) {
            next += step;
        }
        return next < 0 || next >= lines.size() ? "" : lines.get(next).strip();
    }

    private static boolean isProse(String line) {
        int end = line.length();
        while (end > 0 && CLOSING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean sentence = end > 1 && Character.isLetter(line.charAt(0)) && ENDS.indexOf(line.charAt(end - 1)) >= 0;
        return line.startsWith("```") || (sentence && !ServerLog.isLogLine(line));
    }

    private static String bare(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && EDGES.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGES.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
