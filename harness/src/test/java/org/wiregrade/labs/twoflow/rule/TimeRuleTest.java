package org.wiregrade.labs.twoflow.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiregrade.testbed.Arrival;

/** No relay hands on what it has not got, or what it got long ago. */
class TimeRuleTest {
    private static final long MS = 1_000_000;
    private static final byte[] BYTES = "0123456789abcdefghij".getBytes(StandardCharsets.US_ASCII);

    private static Arrivals two(long firstMs, long secondMs) {
        return Arrivals.live(
                "client 1", BYTES, List.of(new Arrival(firstMs * MS, 0, 10), new Arrival(secondMs * MS, 10, 10)));
    }

    private static TimeRule rule(Arrivals sent, Arrivals came) {
        return new TimeRule(new Way(LabFlow.VOIP, "client 2", sent, came, BYTES.length));
    }

    @Test
    void atOnceAndALittleLateAreInTime() {
        assertThatCode(() -> rule(two(0, 50), two(0, 50)).require(0)).doesNotThrowAnyException();
        assertThatCode(() -> rule(two(0, 50), two(9000, 9000)).require(0)).doesNotThrowAnyException();
    }

    @Test
    void twoClocksMayDifferABit() {
        assertThatCode(() -> rule(two(500, 550), two(0, 50)).require(0)).doesNotThrowAnyException();
    }

    @Test
    void beforeItWasSentIsTold() {
        assertThatThrownBy(() -> rule(two(2000, 2050), two(0, 50)).require(0)).hasMessageContaining("2.0 s later");
    }

    @Test
    void longAfterItWasSentIsTold() {
        assertThatThrownBy(() -> rule(two(0, 50), two(0, 90_050)).require(0)).hasMessageContaining("90.0 s before");
    }

    @Test
    void whatWaitedForTheOtherClientIsInTime() {
        assertThatCode(() -> rule(two(0, 50), two(90_000, 90_050)).require(90_000 * MS))
                .doesNotThrowAnyException();
    }
}
