package org.wiregrade.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time such as {@code 2d12h}.
 *
 * @param days by the calendar, of 23 or 25 hours where the clocks change
 * @param rest what is not whole days
 */
public record Span(long days, Duration rest) {
    static final Span NONE = new Span(0, Duration.ZERO);

    private static final Pattern FORM =
            Pattern.compile("(?=.)(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?");

    /** Reads {@code 7d}, {@code 48h}, {@code 1d12h30m}; everything else is an {@link IllegalArgumentException}. */
    static Span parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Span(
                number(form.group(1)),
                Duration.ofHours(number(form.group(2)))
                        .plusMinutes(number(form.group(3)))
                        .plusSeconds(number(form.group(4))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    Instant after(Instant time, ZoneId zone) {
        return time.atZone(zone).plusDays(days).toInstant().plus(rest);
    }

    Instant before(Instant time, ZoneId zone) {
        return time.atZone(zone).minusDays(days).toInstant().minus(rest);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        part(text, days, "d");
        part(text, rest.toHours(), "h");
        part(text, rest.toMinutesPart(), "m");
        part(text, rest.toSecondsPart(), "s");
        return text.isEmpty() ? "0m" : text.toString();
    }

    private static void part(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
