package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.wire.Kind;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** Real captures of one small chat, as each tool and interface of Linux saves it. */
class FixtureCapturesTest {
    private static Capture read(String name) throws IOException {
        return Captures.read(Path.of("../fixtures/captures", name));
    }

    @ParameterizedTest
    @CsvSource({
        "chat.pcapng, ETHERNET, 52, 127.0.0.1",
        "chat-any.pcapng, LINUX_SLL, 52, ::1",
        "chat-sll2.pcap, LINUX_SLL2, 46, 127.0.0.1"
    })
    void threeClientsTalkToOneServer(String name, String linkType, int packets, String address) throws IOException {
        Capture capture = read(name);
        assertThat(capture.linkTypes()).containsExactly(linkType);
        assertThat(capture.tcpPackets()).isEqualTo(packets);
        assertThat(capture.problems()).isEmpty();
        assertThat(capture.trace().streams()).hasSize(3).allSatisfy(stream -> {
            assertThat(stream.server().ip()).isEqualTo(address);
            assertThat(stream.handshake()).isTrue();
        });
        assertThat(new String(
                        capture.trace().streams().get(1).toServer().payload(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("the cable is in\nbye\n");
    }

    @Test
    void aCaptureOnTwoInterfacesShowsEachSegmentTwiceAndCountsItOnce() throws IOException {
        Capture capture = read("chat-twice.pcapng");
        assertThat(capture.linkTypes()).containsExactly("ETHERNET", "LINUX_SLL");
        for (TcpStream stream : capture.trace().streams()) {
            List<Segment> copies = stream.toServer().segments().stream()
                    .filter(segment -> segment.kind() == Kind.COPY)
                    .toList();
            assertThat(copies).hasSize(2);
            assertThat(stream.toServer().sizes()).hasSize(2);
            assertThat(stream.toServer().retransmissions()).isZero();
            assertThat(stream.toClient().retransmissions()).isZero();
        }
    }
}
