package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same for a harness that asks for each piece. */
abstract class AskedContract extends LoopbackContract {
    @Override
    Taking taking(Connection connection) {
        return connection::next;
    }

    @Test
    void aHarnessThatTakesNothingHoldsTheProgramUp() throws Exception {
        try (Ends ends = connected()) {
            var sending = sending(() -> {
                ends.theirs().getOutputStream().write(new byte[MUCH]);
                ends.theirs().shutdownOutput();
            });
            assertHeldUp(sending);

            assertThat(allOf(taking(ends.ours()))).hasSize(MUCH);
            sending.get(10, TimeUnit.SECONDS);
        }
    }
}
