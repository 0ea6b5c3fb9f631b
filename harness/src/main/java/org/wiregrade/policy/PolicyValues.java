package org.wiregrade.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The forms that values of a policy have; another form is refused with its line. */
final class PolicyValues {
    private PolicyValues() {}

    static Optional<String> text(YamlSection section, String name) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? Optional.of(value.get().text()) : Optional.empty();
    }

    static int whole(YamlSection section, String name, int otherwise) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get().text();
        if (!text.matches("\\d{1,6}")) {
            throw value.get().wrong(name + " is a whole number from 0, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    static Optional<BigFraction> number(YamlSection section, String name) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? Optional.of(number(value.get())) : Optional.empty();
    }

    static BigFraction number(YamlSection.Value value) throws RefusedPolicy {
        try {
            return Numbers.parse(value.text());
        } catch (NumberFormatException e) {
            throw value.wrong(value.name() + " is a number, such as 12 or 0.5, not \"" + value.text() + "\"");
        }
    }

    static BigFraction positive(YamlSection.Value value, boolean orZero) throws RefusedPolicy {
        BigFraction number = number(value);
        if (number.signum() < 0 || (number.signum() == 0 && !orZero)) {
            throw value.wrong(value.name() + " is " + (orZero ? "0 or above" : "above 0") + ", not " + value.text());
        }
        return number;
    }

    static BigFraction share(YamlSection section, String name, BigFraction otherwise) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? share(value.get()) : otherwise;
    }

    /** A percentage, as its factor. */
    static BigFraction share(YamlSection.Value value) throws RefusedPolicy {
        Amount amount = amount(value);
        if (!amount.isShare()) {
            throw value.wrong(value.name() + " is a percentage, such as 50%, not \"" + value.text() + "\"");
        }
        return amount.number();
    }

    /** Points, or a percentage. */
    static Amount amount(YamlSection.Value value) throws RefusedPolicy {
        String text = value.text();
        boolean share = text.endsWith("%");
        try {
            BigFraction number =
                    Numbers.parse(share ? text.substring(0, text.length() - 1).strip() : text);
            if (number.signum() < 0) {
                throw value.wrong(value.name() + " is 0 or above, not " + text);
            }
            return new Amount(share ? number.divide(100) : number, share);
        } catch (NumberFormatException e) {
            throw value.wrong(value.name() + " is points or a percentage, such as 5 or 10%, not \"" + text + "\"");
        }
    }

    static Span span(YamlSection.Value value) throws RefusedPolicy {
        try {
            return Span.parse(value.text());
        } catch (IllegalArgumentException e) {
            throw value.wrong(value.name() + " is a time such as 48h, 7d or 1d12h30m, not \"" + value.text() + "\"");
        }
    }

    static Optional<Instant> time(YamlSection section, String name, ZoneId zone) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? Optional.of(time(value.get(), zone)) : Optional.empty();
    }

    static Instant time(YamlSection.Value value, ZoneId zone) throws RefusedPolicy {
        try {
            return Times.parse(value.text(), zone);
        } catch (DateTimeException e) {
            throw value.wrong(value.name() + " is a time such as 2026-11-20T23:59 or 2026-11-20T23:59+01:00, not \""
                    + value.text() + "\"");
        }
    }

    static boolean truth(YamlSection section, String name, boolean otherwise) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? Boolean.parseBoolean(word(value.get(), List.of("true", "false"))) : otherwise;
    }

    static <E extends Enum<E>> E choice(YamlSection section, String name, E otherwise) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        return value.isPresent() ? choice(value.get(), otherwise.getDeclaringClass()) : otherwise;
    }

    /** One of an enum's constants, written in small letters with hyphens. */
    static <E extends Enum<E>> E choice(YamlSection.Value value, Class<E> type) throws RefusedPolicy {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return type.getEnumConstants()[words.indexOf(word(value, words))];
    }

    static String word(YamlSection section, String name, String otherwise, String... others) throws RefusedPolicy {
        Optional<YamlSection.Value> value = section.value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        List<String> words = new java.util.ArrayList<>(List.of(otherwise));
        words.addAll(List.of(others));
        return word(value.get(), words);
    }

    static String word(YamlSection.Value value, List<String> words) throws RefusedPolicy {
        if (!words.contains(value.text())) {
            throw value.wrong(
                    value.name() + " is one of " + String.join(", ", words) + ", not \"" + value.text() + "\"");
        }
        return value.text();
    }
}
