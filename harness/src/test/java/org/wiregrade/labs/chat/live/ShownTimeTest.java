package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time of 31.2 ms, where 30 to 33 can be. */
class ShownTimeTest {
    private static double shownIn(String text) {
        return ShownTime.in(text.lines().toList(), time -> time >= 30 && time <= 33)
                .orElseThrow()
                .milliseconds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[RECV] HELLO (RTT 31.2 ms)",
                "RTT (ms): 31.2",
                "RTT[ms]=31.2",
                "31.2ms",
                "took 31,2 msec",
                "it took 31.2 milliseconds",
                "durata: 31.2 milisecunde",
                "Milisecunde: 31.2",
                "ms = 31.2 (31200000 ns)",
                "start 1764000000000 ms, end 1764000000031 ms, RTT 31.2 ms",
                "0.0312 s or 31.2 ms",
                "3.12E1 ms",
                "Round-trip time in ms:\n  31.2"
            })
    void itIsFoundInAnyWording(String text) {
        assertThat(shownIn(text)).isEqualTo(31.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RTT 31.2", "RTT 31.2 s", "31.2 items", "RTT: PT0.0312S"})
    void aNumberWithoutItsUnitIsNone(String text) {
        assertThat(ShownTime.in(List.of(text))).isEmpty();
    }

    @Test
    void ofTimesThatCannotBeTheOneWithItsUnitBehindIsTold() {
        assertThat(ShownTime.in(List.of("line 7 of the ms log, RTT 0.0312 ms"), time -> time > 30)
                        .orElseThrow()
                        .words())
                .isEqualTo("0.0312 ms");
    }
}
