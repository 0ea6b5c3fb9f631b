package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same for a harness that is told of each piece. */
abstract class ToldContract extends LoopbackContract {
    @Override
    Taking taking(Connection connection) throws IOException {
        var heard = new Heard();
        connection.tell(heard);
        return heard::next;
    }

    @Test
    void anEarThatWantsNoMoreHoldsTheProgramUp() throws Exception {
        try (Ends ends = connected()) {
            var heard = new Heard(piece -> false);
            ends.ours().tell(heard);
            var sending = sending(() -> ends.theirs().getOutputStream().write(new byte[MUCH]));
            assertThat(heard.next().isEnd()).isFalse();
            assertHeldUp(sending);
            assertThat(heard.isEmpty()).isTrue();
            ends.ours().close();

            assertThatThrownBy(() -> sending.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aMistakeInAnEarIsTheHarnesssAndNoEndOfTheProgram() throws Exception {
        try (Ends ends = connected()) {
            var heard = new Heard(piece -> {
                throw new IllegalArgumentException("a mistake of ours");
            });
            ends.ours().tell(heard);
            ends.theirs().getOutputStream().write(1);

            assertThat(heard.next().bytes()).containsExactly(1);
            assertThatThrownBy(heard::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a mistake of ours");
        }
    }
}
