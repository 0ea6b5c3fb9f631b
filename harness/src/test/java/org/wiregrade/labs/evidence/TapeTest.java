package org.wiregrade.labs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wiregrade.capture.Capture;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Endpoint;

class TapeTest {
    @ParameterizedTest
    @EnumSource
    void whatIsSaidOnATapeIsReadFromIt(LinkLayer link) throws IOException {
        for (Tape tape : new Tape[] {Tape.on(link), Tape.onSix(link)}) {
            tape.open(40_000, 3333).say("hello\n").hear("world\n").close();
            Capture capture = tape.capture();
            assertThat(capture.problems()).isEmpty();
            assertThat(capture.trace().streams()).hasSize(1);
            var stream = capture.trace().streams().get(0);
            assertThat(stream.server()).isEqualTo(new Endpoint(stream.client().ip(), 3333));
            assertThat(stream.handshake()).isTrue();
            assertThat(stream.toServer().payload()).asString().isEqualTo("hello\n");
            assertThat(stream.toClient().payload()).asString().isEqualTo("world\n");
            assertThat(stream.closing()).isEqualTo(Closing.FIN);
        }
    }
}
