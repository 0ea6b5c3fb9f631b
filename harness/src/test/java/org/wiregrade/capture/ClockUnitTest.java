package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every resolution and offset of pcapng gives nanoseconds. */
class ClockUnitTest {
    @ParameterizedTest
    @CsvSource({
        "false, 6, 0, 1700000000123456, 1700000000123456000",
        "false, 9, 0, 1700000000123456789, 1700000000123456789",
        "false, 0, 0, 1700000000, 1700000000000000000",
        "false, 3, 10, 1700000000123, 1700000010123000000",
        "false, 12, 0, 1700000000123456, 1700000000123",
        "false, 127, 0, 1700000000123456, 0",
        "true, 0, 0, 1700000000, 1700000000000000000",
        "true, 10, 0, 1740800000512, 1700000000500000000",
        "true, 32, 0, 7301444403200000000, 1700000000000000000",
        "true, 63, 0, 4611686018427387904, 500000000",
        "true, 127, 0, 4611686018427387904, 0",
        "false, 6, -1700000001, 1700000000123456, 123456000",
        "false, 6, 9223372036854775807, 1, 9223372035000001000",
        "false, 6, 0, -1, 9223372035709551615",
    })
    void timesAreNanoseconds(boolean binary, int exponent, long offset, long timestamp, long expected) {
        long ns = new ClockUnit(binary, exponent, offset).toNs(timestamp);
        assertThat(ns / 1_000_000_000L).isEqualTo(expected / 1_000_000_000L);
        assertThat(ns).isGreaterThanOrEqualTo(0);
        if (expected < 9_000_000_000_000_000_000L) {
            assertThat(ns).isEqualTo(expected);
        }
    }
}
