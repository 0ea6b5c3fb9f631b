package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wiregrade.capture.Wrapped.IP;
import static org.wiregrade.capture.Wrapped.datagram;
import static org.wiregrade.capture.Wrapped.error;
import static org.wiregrade.capture.Wrapped.ethernet;
import static org.wiregrade.capture.Wrapped.four;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.wire.TcpStream;

/** A segment that an ICMP error quotes is nobody's, and still uses up a number of Wireshark's. */
class QuotesTest {
    private static final int ICMP = 1;
    private static final int ICMP_SIX = 58;
    private static final int UNREACHABLE = 3;

    private static byte[] syn(int port, int sequence) {
        return datagram(Wrapped.segment(port, sequence, TcpFlag.SYN, ""));
    }

    private static byte[] sent(int port, int sequence) {
        return ethernet(IP, syn(port, sequence));
    }

    private static byte[] quote(byte[] datagram) {
        return ethernet(IP, four(ICMP, error(UNREACHABLE, datagram)));
    }

    /** The streams' numbers, clients' ports and packets. */
    private static List<String> streams(byte[]... frames) throws IOException {
        return Wrapped.read(1, frames).trace().streams().stream()
                .map(QuotesTest::show)
                .toList();
    }

    private static String show(TcpStream stream) {
        int packets = stream.toServer().packets() + stream.toClient().packets();
        return stream.index() + ": " + stream.client().port() + ", " + packets + " from " + stream.firstFrame();
    }

    @Test
    void aQuoteUsesUpANumber() throws IOException {
        assertThat(streams(quote(syn(4000, 1)), sent(4001, 1))).containsExactly("1: 4001, 1 from 2");
    }

    @Test
    void aStreamThatWasQuotedFirstKeepsItsNumber() throws IOException {
        assertThat(streams(quote(syn(4000, 1)), sent(4000, 900), sent(4001, 1)))
                .containsExactly("0: 4000, 1 from 2", "1: 4001, 1 from 3");
    }

    @Test
    void aStreamThatIsThereLosesNothingByAQuote() throws IOException {
        assertThat(streams(sent(4000, 1), quote(syn(4000, 1)), sent(4001, 1)))
                .containsExactly("0: 4000, 1 from 1", "1: 4001, 1 from 3");
    }

    @Test
    void aQuoteMayBeginTheNextStreamOfTheSamePorts() throws IOException {
        assertThat(streams(sent(4000, 1), quote(syn(4000, 300)), sent(4000, 300)))
                .containsExactly("0: 4000, 1 from 1", "1: 4000, 1 from 3");
    }

    @Test
    void quotesAreNoSegments() throws IOException {
        Capture capture = Wrapped.read(1, quote(syn(4000, 1)), sent(4001, 1));
        assertThat(capture.packets()).isEqualTo(2);
        assertThat(capture.tcpPackets()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 11, 12})
    void everyErrorOfIpv4Quotes(int type) throws IOException {
        assertThat(streams(ethernet(IP, four(ICMP, error(type, syn(4000, 1)))), sent(4001, 1)))
                .containsExactly("1: 4001, 1 from 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8})
    void anEchoAndARedirectDoNot(int type) throws IOException {
        assertThat(streams(ethernet(IP, four(ICMP, error(type, syn(4000, 1)))), sent(4001, 1)))
                .containsExactly("0: 4001, 1 from 2");
    }

    @Test
    void theErrorsOfIpv6Quote() throws IOException {
        byte[] inner = Wrapped.six(6, Wrapped.segment(4000, 1, TcpFlag.SYN, ""));
        byte[] unreachable = ethernet(0x86dd, Wrapped.six(ICMP_SIX, error(1, inner)));
        byte[] echo = ethernet(0x86dd, Wrapped.six(ICMP_SIX, error(128, inner)));
        assertThat(streams(unreachable, echo, sent(4001, 1))).containsExactly("1: 4001, 1 from 3");
    }

    @Test
    void aQuoteWithoutTheFlagsOrOfAPieceHasNoNumber() throws IOException {
        byte[] eightBytes = Arrays.copyOf(syn(4000, 1), 28);
        byte[] piece = Wrapped.piece(6, 0, true, Wrapped.segment(4000, 1, TcpFlag.SYN, ""));
        assertThat(streams(quote(eightBytes), quote(piece), sent(4001, 1))).containsExactly("0: 4001, 1 from 3");
    }
}
