package org.wiregrade.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {
    private static final Pattern READY = Pattern.compile("\\[INFO\\].*:(?<port>\\S+)?\\s*$");

    @Test
    void aPortIsRead() {
        assertThat(Announcement.port("[INFO] listening on 127.0.0.1:3333 ", READY))
                .hasValue(3333);
        assertThat(Announcement.port("[INFO] on 127.0.0.1:65535", READY)).hasValue(65_535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "70000", "99999999999999", "port", "", "0x50", "١x", "-", "2147483648"})
    void whatIsNoPortIsNone(String told) {
        String line = "[INFO] listening on 127.0.0.1:" + told;

        assertThat(Announcement.is(line, READY)).isTrue();
        assertThat(Announcement.port(line, READY)).isEmpty();
    }

    @Test
    void aLineTooLongForAnAnnouncementCostsNoTime() {
        String line = "[INFO]".repeat(200_000) + ":x!";

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Announcement.is(line, READY)).isFalse());
    }
}
