package org.wiregrade.labs.chat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in milliseconds among what a client printed, whatever the words around it, the unit behind or in front. */
record ShownTime(double milliseconds, String words) {
    private static final String UNIT = "(?:ms|msecs?|milli-?s(?:ec(?:ond)?s?)?|millis|milisecund[eăa]i?|milisec)";
    private static final String NUMBER = "\\d{1,20}(?:[.,]\\d{1,20})?(?:[eE]-?\\d{1,3})?";
    private static final Pattern A_UNIT =
            Pattern.compile("(?<!\\p{L})" + UNIT + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern A_NUMBER = Pattern.compile("(?<![\\d.,:])" + NUMBER);
    private static final Pattern BEHIND = Pattern.compile(
            "(?<![\\d.,])(" + NUMBER + ")[\\s_]{0,20}[(\\[]?" + UNIT + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * The time that a client shows: of all numbers in lines that name the unit the first that may be it, or else the first
     * with the unit behind it, or else the first; empty where no line has both.
     */
    static Optional<ShownTime> in(List<String> lines, DoublePredicate mayBe) {
        List<ShownTime> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (A_UNIT.matcher(lines.get(i)).find()) {
                List<ShownTime> here = numbers(lines.get(i));
                // A heading has its number in the next line.
                all.addAll(here.isEmpty() && i + 1 < lines.size() ? numbers(lines.get(i + 1)) : here);
            }
        }
        Optional<ShownTime> plausible =
                all.stream().filter(time -> mayBe.test(time.milliseconds)).findFirst();
        return plausible
                .or(() ->
                        lines.stream().flatMap(line -> withUnit(line).stream()).findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** The same, where any number may be it. */
    static Optional<ShownTime> in(List<String> lines) {
        return in(lines, time -> true);
    }

    private static List<ShownTime> numbers(String line) {
        return A_NUMBER.matcher(line)
                .results()
                .map(found -> of(found.group(), found.group()))
                .toList();
    }

    private static Optional<ShownTime> withUnit(String line) {
        Matcher time = BEHIND.matcher(line);
        return time.find() ? Optional.of(of(time.group(1), time.group())) : Optional.empty();
    }

    private static ShownTime of(String number, String words) {
        return new ShownTime(Double.parseDouble(number.replace(',', '.')), words);
    }
}
