package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wiregrade.capture.Datagrams.join;
import static org.wiregrade.capture.Wrapped.IP;
import static org.wiregrade.capture.Wrapped.ethernet;
import static org.wiregrade.capture.Wrapped.four;
import static org.wiregrade.capture.Wrapped.gtp;
import static org.wiregrade.capture.Wrapped.piece;
import static org.wiregrade.capture.Wrapped.session;
import static org.wiregrade.capture.Wrapped.u16;
import static org.wiregrade.capture.Wrapped.udp;
import static org.wiregrade.capture.Wrapped.vxlan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A segment is found in what stands around it, and ends where the shortest of the lengths around it says. */
class WrappingsTest {
    private static final int ETHERNET = 1;
    private static final int PPP = 9;
    private static final int NFLOG = 239;

    private final byte[] hello = Wrapped.datagram(Wrapped.segment(4000, 5, TcpFlag.PSH | TcpFlag.ACK, "hello"));

    private static String said(int linkType, byte[]... frames) throws IOException {
        Capture capture = Wrapped.read(linkType, frames);
        assertThat(capture.trace().streams()).hasSize(1);
        return new String(capture.trace().streams().get(0).toServer().payload(), StandardCharsets.US_ASCII);
    }

    private static boolean holdsTcp(byte[]... frames) throws IOException {
        return Wrapped.read(ETHERNET, frames).tcpPackets() > 0;
    }

    @Test
    void theLengthOfPppoeEndsTheDatagram() throws IOException {
        byte[] withPadding = Wrapped.claiming(hello.length, Arrays.copyOfRange(hello, 20, hello.length));
        assertThat(said(ETHERNET, session(hello.length + 2, join(u16(0x21), withPadding, new byte[6]))))
                .isEqualTo("hello");
        assertThat(said(ETHERNET, session(hello.length, join(u16(0x21), hello))))
                .isEqualTo("hel");
        assertThat(said(ETHERNET, session(900, join(u16(0x21), hello)))).isEqualTo("hello");
        assertThat(holdsTcp(session(0, join(u16(0x21), hello)))).isFalse();
    }

    @Test
    void theLengthOfUdpEndsTheTunnel() throws IOException {
        byte[] content = vxlan(ethernet(IP, hello));
        assertThat(said(ETHERNET, ethernet(IP, four(17, udp(4789, content.length + 6, content)))))
                .isEqualTo("hel");
        assertThat(said(ETHERNET, ethernet(IP, four(17, udp(4789, 900, content)))))
                .isEqualTo("hello");
        assertThat(holdsTcp(ethernet(IP, four(17, udp(4789, 16, content))))).isFalse();
        assertThat(holdsTcp(ethernet(IP, four(17, udp(4789, 7, content))))).isFalse();
    }

    @Test
    void theOuterDatagramEndsTheInnerOne() throws IOException {
        byte[] outer = four(4, hello);
        outer[3] = (byte) (outer.length - 2);
        Capture capture = Wrapped.read(ETHERNET, ethernet(IP, outer));
        assertThat(said(ETHERNET, ethernet(IP, outer))).isEqualTo("hel");
        assertThat(capture.trace().streams().get(0).toServer().missing()).isZero();
    }

    @Test
    void theProtocolOfPppMayHaveOneByte() throws IOException {
        byte[] compressed = join(new byte[] {0x21}, hello);
        assertThat(said(ETHERNET, session(compressed.length, compressed))).isEqualTo("hello");
        assertThat(said(PPP, compressed)).isEqualTo("hello");
        assertThat(said(PPP, join(u16(0xff03), compressed))).isEqualTo("hello");
    }

    @Test
    void aTunnelMayLieInPiecesOfADatagram() throws IOException {
        byte[] whole = udp(4789, vxlan(ethernet(IP, hello)));
        assertThat(said(
                        ETHERNET,
                        ethernet(IP, piece(17, 0, true, Arrays.copyOf(whole, 32))),
                        ethernet(IP, piece(17, 32, false, Arrays.copyOfRange(whole, 32, whole.length)))))
                .isEqualTo("hello");
        byte[] mobile = udp(2152, gtp(hello));
        assertThat(said(
                        ETHERNET,
                        ethernet(IP, piece(17, 24, false, Arrays.copyOfRange(mobile, 24, mobile.length))),
                        ethernet(IP, piece(17, 0, true, Arrays.copyOf(mobile, 24)))))
                .isEqualTo("hello");
    }

    @Test
    void piecesMayLieInPieces() throws IOException {
        byte[] segment = Arrays.copyOfRange(hello, 20, hello.length);
        byte[] first = four(4, piece(6, 0, true, Arrays.copyOf(segment, 16)));
        byte[] last = piece(6, 16, false, Arrays.copyOfRange(segment, 16, segment.length));
        assertThat(said(
                        ETHERNET,
                        ethernet(IP, first),
                        ethernet(IP, piece(4, 0, true, Arrays.copyOf(last, 24))),
                        ethernet(IP, piece(4, 24, false, Arrays.copyOfRange(last, 24, last.length)))))
                .isEqualTo("hello");
    }

    @Test
    void piecesOfAnotherProtocolAreOfAnotherDatagram() throws IOException {
        byte[] segment = Arrays.copyOfRange(hello, 20, hello.length);
        assertThat(said(
                        ETHERNET,
                        ethernet(IP, piece(17, 16, false, new byte[40])),
                        ethernet(IP, piece(6, 0, true, Arrays.copyOf(segment, 16))),
                        ethernet(IP, piece(6, 16, false, Arrays.copyOfRange(segment, 16, segment.length)))))
                .isEqualTo("hello");
    }

    @Test
    void anAuthenticationHeaderMayStandBeforeTheSegment() throws IOException {
        byte[] segment = Arrays.copyOfRange(hello, 20, hello.length);
        byte[] header = new byte[24];
        header[0] = 6;
        header[1] = 4;
        assertThat(said(ETHERNET, ethernet(IP, four(51, join(header, segment)))))
                .isEqualTo("hello");
        header[0] = 4;
        assertThat(said(ETHERNET, ethernet(IP, four(51, join(header, hello))))).isEqualTo("hello");
    }

    @Test
    void mirroredFramesAreRead() throws IOException {
        byte[] frame = ethernet(IP, hello);
        byte[] first = join(u16(0, 0x88be), frame);
        byte[] second = join(u16(0x1000, 0x88be, 0, 1, 0x1006, 6, 0, 0), frame);
        byte[] third = join(u16(0x1000, 0x22eb, 0, 1, 0x2006, 6, 0, 0, 0, 0), frame);
        byte[] longer = join(u16(0x1000, 0x22eb, 0, 1, 0x2006, 6, 0, 0, 0, 1), new byte[8], frame);
        for (byte[] mirrored : new byte[][] {first, second, third, longer}) {
            assertThat(said(ETHERNET, ethernet(IP, four(47, mirrored)))).isEqualTo("hello");
        }
    }

    @Test
    void tagsOfProvidersAndOfCiscoAreSteppedOver() throws IOException {
        assertThat(said(ETHERNET, ethernet(0x88e7, join(u16(0, 9), ethernet(IP, hello)))))
                .isEqualTo("hello");
        assertThat(said(ETHERNET, ethernet(0x8909, join(u16(0x0101, 1, 2, IP), hello))))
                .isEqualTo("hello");
    }

    @Test
    void noStackOfTagsIsTooHigh() throws IOException {
        byte[] tags = new byte[1 << 20];
        for (int at = 14; at < tags.length; at += 16) {
            tags[at - 2] = (byte) 0x89;
            tags[at - 1] = 3;
        }
        assertThat(holdsTcp(tags)).isFalse();
        assertThat(said(ETHERNET, ethernet(0x8903, join(u16(1), ethernet(0x8100, join(u16(2, IP), hello))))))
                .isEqualTo("hello");
    }

    @Test
    void theLogOfNetfilterIsRead() throws IOException {
        byte[] prefix = {5, 0, 10, 0, 0, 0, 0, 0};
        byte[] payload = join(new byte[] {(byte) (hello.length + 4), 0, 9, 0}, hello);
        assertThat(said(NFLOG, join(new byte[] {2, 0, 0, 0}, prefix, payload))).isEqualTo("hello");
        assertThat(Wrapped.read(NFLOG, join(new byte[] {7, 0, 0, 0}, payload)).tcpPackets())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"82020000", "83020000", "440301ff", "07020000", "860500aabb000000", "94030000"})
    void damagedOptionsOfTheDatagramLeaveNoSegment(String options) throws IOException {
        assertThat(holdsTcp(withOptions(options))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00820200", "01010101", "94040000", "8209000000000000ff000000", "82010000", "82ff0000"})
    void otherOptionsAreSteppedOver(String options) throws IOException {
        assertThat(holdsTcp(withOptions(options))).isTrue();
    }

    private byte[] withOptions(String hex) {
        byte[] options = java.util.HexFormat.of().parseHex(hex);
        return ethernet(IP, Wrapped.options(options, Arrays.copyOfRange(hello, 20, hello.length)));
    }
}
