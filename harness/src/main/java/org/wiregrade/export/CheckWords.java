package org.wiregrade.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** What is said of a check on a platform. */
final class CheckWords {
    /** All that is said of a hidden check, beside its title. */
    static final String HIDDEN = "not shown yet";

    private static final String BROKEN = "could not tell; a person has to look";

    private CheckWords() {}

    /** Whether points of a check may be shown: it is not hidden, and could tell. */
    static boolean hasPoints(Entry entry, CheckResult check) {
        return !entry.isHidden(check) && check.verdict() != Verdict.BROKEN;
    }

    /** What its student may read, a line a sentence. */
    static String of(Entry entry, CheckResult check) {
        if (entry.isHidden(check)) {
            return HIDDEN;
        }
        return Stream.of(
                        check.verdict() == Verdict.BROKEN ? BROKEN : "",
                        line("expected", check.expected()),
                        line("got", check.got()),
                        line("hint", check.hint()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String said) {
        return said == null || said.isEmpty() ? "" : name + ": " + said;
    }

    /** The beginning of a text, whole where it is not longer than that. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** How a grade came about, a line a step; nothing without a policy. */
    static String calculation(Entry entry) {
        return entry.worth().stream()
                .flatMap(worth -> worth.lines().stream())
                .map(line -> (line.words() + "  " + line.points()).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
