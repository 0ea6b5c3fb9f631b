package org.wiregrade.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as instructors write them, which without an offset are meant in the course's zone. */
final class Times {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_SECONDS =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private Times() {}

    /** A time, or a date, which is meant to its last second; everything else is a {@link DateTimeException}. */
    static Instant parse(String text, ZoneId zone) {
        if (text.length() <= "2026-11-20".length()) {
            return LocalDate.parse(text).atTime(LAST_SECOND).atZone(zone).toInstant();
        }
        String iso = text.replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:\\d\\d");
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    static String text(Instant time, ZoneId zone) {
        var there = time.atZone(zone);
        return (there.getSecond() == 0 ? SHOWN : WITH_SECONDS).format(there);
    }
}
