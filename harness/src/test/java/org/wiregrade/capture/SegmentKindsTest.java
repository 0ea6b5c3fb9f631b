package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Hole;
import org.wiregrade.wire.Kind;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** What segments and streams are taken for. */
class SegmentKindsTest {
    private static final int LOCAL = 0x7f000001;
    private static final int CLIENT = 40_000;
    private static final int SERVER = 9001;

    private final List<Sent> sent = new ArrayList<>();
    private long now = 1_000_000_000L;
    private int identification;

    private void put(int from, int to, int sequence, int acknowledgement, int flags, int window, String text) {
        now += 250_000_000;
        sent.add(new Sent(
                now,
                LOCAL,
                from,
                LOCAL,
                to,
                sequence,
                acknowledgement,
                flags,
                window,
                ++identification,
                new byte[0],
                text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void handshake(int client, int server) {
        put(CLIENT, SERVER, client, 0, TcpFlag.SYN, 500, "");
        put(SERVER, CLIENT, server, client + 1, TcpFlag.SYN | TcpFlag.ACK, 500, "");
        put(CLIENT, SERVER, client + 1, server + 1, TcpFlag.ACK, 500, "");
    }

    private void says(int sequence, String text) {
        put(CLIENT, SERVER, sequence, 901, TcpFlag.ACK | TcpFlag.PSH, 500, text);
    }

    private List<TcpStream> streams() throws IOException {
        return Captures.read("test", Dialect.ALL.get(0).write(sent)).trace().streams();
    }

    private Flow flow() throws IOException {
        return streams().get(0).toServer();
    }

    private static List<Kind> kinds(Flow flow) {
        return flow.segments().stream().map(Segment::kind).toList();
    }

    @Test
    void aSegmentSentAgainIsARetransmissionAndTheFirstCopyCounts() throws IOException {
        handshake(100, 900);
        says(101, "first");
        says(101, "FIRST");
        assertThat(kinds(flow())).containsExactly(Kind.NEW, Kind.RETRANSMISSION);
        assertThat(new String(flow().payload(), StandardCharsets.US_ASCII)).isEqualTo("first");
        assertThat(flow().sizes()).containsExactly(5);
        assertThat(flow().retransmissions()).isOne();
    }

    @Test
    void noneOfManyThousandSegmentsIsLostOrMixedUp() throws IOException {
        handshake(100, 900);
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            String word = i + ",";
            says(101 + said.length(), word);
            said.append(word);
        }
        assertThat(new String(flow().payload(), StandardCharsets.US_ASCII)).isEqualTo(said.toString());
        assertThat(flow().segments())
                .hasSize(5000)
                .last()
                .satisfies(segment -> assertThat(segment.frame()).isEqualTo(5003));

        says(101, "0,");
        assertThat(flow().retransmissions()).as("one more makes pieces of all").isOne();
        assertThat(new String(flow().payload(), StandardCharsets.US_ASCII)).isEqualTo(said.toString());
    }

    @Test
    void aByteThatIsPushedAgainIsARetransmissionAndAnUnpushedOneAKeepAlive() throws IOException {
        handshake(100, 900);
        says(101, "\n");
        says(101, "\n");
        put(CLIENT, SERVER, 101, 901, TcpFlag.ACK, 500, "\0");
        assertThat(kinds(flow())).containsExactly(Kind.NEW, Kind.RETRANSMISSION, Kind.KEEP_ALIVE);
    }

    @Test
    void aByteIntoAClosedWindowIsAProbe() throws IOException {
        handshake(100, 900);
        says(101, "ab");
        put(SERVER, CLIENT, 901, 103, TcpFlag.ACK, 0, "");
        put(CLIENT, SERVER, 103, 901, TcpFlag.ACK, 500, "c");
        says(103, "cd");
        assertThat(kinds(flow())).containsExactly(Kind.NEW, Kind.ZERO_WINDOW_PROBE, Kind.NEW);
        assertThat(flow().sizes()).containsExactly(2, 1, 1);
    }

    @Test
    void whatComesLateFillsItsPlaceAndIsNamed() throws IOException {
        handshake(100, 900);
        says(104, "def");
        says(101, "abc");
        assertThat(kinds(flow())).containsExactly(Kind.NEW, Kind.OUT_OF_ORDER);
        assertThat(new String(flow().payload(), StandardCharsets.US_ASCII)).isEqualTo("abcdef");
        assertThat(flow().segmentAt(0).frame()).isEqualTo(5);
        assertThat(flow().segmentAt(3).frame()).isEqualTo(4);
        assertThat(flow().holes()).isEmpty();
    }

    @Test
    void holesAreKnownByPlaceAndSizeAlsoAtTheEnd() throws IOException {
        handshake(100, 900);
        says(104, "def");
        put(CLIENT, SERVER, 117, 901, TcpFlag.ACK | TcpFlag.FIN, 500, "");
        assertThat(flow().holes()).containsExactly(new Hole(0, 3), new Hole(3, 10));
        assertThat(flow().missing()).isEqualTo(13);
        assertThat(flow().bytes()).isEqualTo(3);
    }

    @Test
    void sequenceNumbersMayWrapAround() throws IOException {
        handshake(-3, 900);
        says(-2, "abcdef");
        says(4, "ghi");
        assertThat(new String(flow().payload(), StandardCharsets.US_ASCII)).isEqualTo("abcdefghi");
        assertThat(flow().segments().get(0).sequence()).isEqualTo(0xffff_fffeL);
        assertThat(flow().missing()).isZero();
    }

    @Test
    void aNewSynOpensANewStreamAndTheSameSynDoesNot() throws IOException {
        handshake(100, 900);
        handshake(100, 900);
        says(101, "one");
        handshake(5000, 9000);
        says(5001, "two");
        assertThat(streams()).hasSize(2);
        assertThat(streams().get(1).firstFrame()).isEqualTo(8);
        assertThat(new String(streams().get(1).toServer().payload(), StandardCharsets.US_ASCII))
                .isEqualTo("two");
    }

    @Test
    void whoAbortedIsKnown() throws IOException {
        handshake(100, 900);
        put(SERVER, CLIENT, 901, 101, TcpFlag.RST, 0, "");
        assertThat(streams().get(0).closing()).isEqualTo(Closing.RST);
        assertThat(streams().get(0).resetBy()).contains(new Endpoint("127.0.0.1", SERVER));
    }

    @Test
    void aConnectionEndsWhenBothSidesSaySoAndStaysOpenUntilThen() throws IOException {
        handshake(100, 900);
        put(CLIENT, SERVER, 101, 901, TcpFlag.FIN | TcpFlag.ACK, 500, "");
        assertThat(streams().get(0).closing()).isEqualTo(Closing.OPEN);
        put(SERVER, CLIENT, 901, 102, TcpFlag.FIN | TcpFlag.ACK, 500, "");
        assertThat(streams().get(0).closing()).isEqualTo(Closing.FIN);
    }

    @Test
    void withoutASynTheHigherPortIsTheClient() throws IOException {
        put(SERVER, CLIENT, 901, 101, TcpFlag.ACK | TcpFlag.PSH, 500, "hello");
        assertThat(streams().get(0).client().port()).isEqualTo(CLIENT);
        assertThat(streams().get(0).handshake()).isFalse();
    }
}
