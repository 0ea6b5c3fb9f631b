package org.wiregrade.capture;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student reads about a capture that is not as it should be. */
class ProblemsTest {
    private static final Path CHAT = Path.of("../fixtures/captures/chat.pcapng");

    private final List<Framed> frames = frames();

    private static List<Framed> frames() {
        try {
            return Sent.readSimple(CHAT).stream()
                    .map(sent -> new Framed(
                            sent.timeNs(),
                            1,
                            Framing.ETHERNET.around(Datagrams.FOUR.of(sent).get(0), false)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String refused(byte[] file) {
        try {
            Captures.read("mine.pcapng", file);
        } catch (IOException refused) {
            return refused.getMessage();
        }
        return "";
    }

    private static List<String> problems(byte[] file) throws IOException {
        return Captures.read("mine.pcapng", file).problems().stream()
                .map(CaptureProblem::message)
                .toList();
    }

    private PcapngWriter written() {
        PcapngWriter writer = new PcapngWriter(LITTLE_ENDIAN);
        frames.forEach(writer::packet);
        return writer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No. Time Source Destination | mine.pcapng is a text file, not a capture: in Wireshark choose File, Save as, pcapng, and hand in that file.",
                "PK\u0003\u0004rest | mine.pcapng is a zip archive, not a capture: unpack it and hand in the capture that is in it.",
                "\u007fELF\u0001\u0002x | mine.pcapng is not a capture (it begins with 7f454c46): in Wireshark choose File, Save as, pcapng, and hand in that file."
            })
    void whatIsNoCaptureIsNamed(String content, String sentence) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(sentence);
    }

    @Test
    void anEmptyFileIsNamed() {
        assertThat(refused(new byte[0])).startsWith("mine.pcapng is empty: stop the capture, then in Wireshark");
    }

    @Test
    void aMissingFileAndAFolderAreNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Captures.read(folder))
                .isInstanceOf(UnreadableCapture.class)
                .hasMessageEndingWith("is a folder, not a capture file.");
        assertThatThrownBy(() -> Captures.read(folder.resolve("none")))
                .isInstanceOf(UnreadableCapture.class)
                .hasMessageStartingWith("There is no file ");
    }

    @Test
    void aCutOffFileGivesWhatIsBeforeTheCut() throws IOException {
        byte[] whole = written().bytes();
        Capture capture = Captures.read("mine.pcapng", Arrays.copyOf(whole, whole.length - 10));
        assertThat(capture.packets()).isEqualTo(frames.size() - 1);
        assertThat(capture.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "The file is cut off in block %d (byte %d): stop the capture before copying the file."
                                        .formatted(frames.size() + 2, problem.offset())));
    }

    @Test
    void aDamagedLengthIsNamedWithItsBlockAndType() throws IOException {
        byte[] file = written().block(6, ByteBuffer.allocate(40)).bytes();
        file[file.length - 1] = 9;
        assertThat(problems(file))
                .singleElement()
                .asString()
                .contains("type 0x00000006) is damaged: its two lengths differ");
    }

    @Test
    void packetsOfAnInterfaceThatIsNotDescribedAreCountedAndNamedOnce() throws IOException {
        PcapngWriter writer = written();
        writer.packet(7, frames.get(0), 60).packet(7, frames.get(0), 60);
        Capture capture = Captures.read("mine.pcapng", writer.bytes());
        assertThat(capture.packets()).isEqualTo(frames.size() + 2L);
        assertThat(capture.tcpPackets()).isEqualTo(frames.size());
        assertThat(problems(writer.bytes())).singleElement().asString().contains("belongs to interface 7");
    }

    @Test
    void classicPcapUnderPcapngsNameIsReadAndNamed() throws IOException {
        assertThat(problems(PcapWriter.write(frames, 0xa1b2c3d4, LITTLE_ENDIAN)))
                .containsExactly("Saved as classic pcap: in Wireshark choose File, Save as, pcapng.");
    }

    @Test
    void aSnapLengthIsNamedWithWhatItCut() throws IOException {
        PcapngWriter writer = new PcapngWriter(LITTLE_ENDIAN).described(1, 60);
        frames.forEach(frame -> writer.packet(0, frame, Math.min(60, frame.bytes().length)));
        Capture capture = Captures.read("mine.pcapng", writer.bytes());
        assertThat(problems(writer.bytes()))
                .containsExactly("Snap length 60 cut every payload: capture without a limit.");
        assertThat(capture.trace().streams()).hasSize(3);
    }

    @Test
    void lostPacketsAreCountedPerInterfaceFromTheLastStatistics() throws IOException {
        byte[] file = written()
                .described(1, 0)
                .dropped(0, 400)
                .dropped(1, 12)
                .dropped(0, 800)
                .bytes();
        assertThat(Captures.read("mine.pcapng", file).dropped()).isEqualTo(812);
        assertThat(problems(file)).singleElement().asString().startsWith("The capture dropped 812 packets");
    }

    @Test
    void aCaptureWithoutTcpSaysWhereToCapture() throws IOException {
        assertThat(problems(new PcapngWriter(LITTLE_ENDIAN)
                        .packet(new Framed(0, 189, new byte[64]))
                        .bytes()))
                .containsExactly(
                        "No TCP was found in the packet: 1 of link type USB (189), where no IP datagram was found."
                                + " Capture on the interface that the programs use, such as lo.");
    }

    @Test
    void aWrappingThatIsNotReadIsNamedAndNotTakenForOtherTraffic() throws IOException {
        byte[] secret = Wrapped.ethernet(Wrapped.IP, Wrapped.four(50, new byte[40]));
        byte[] discovery = Wrapped.ethernet(0x8863, new byte[40]);
        byte[] unknown = Wrapped.ethernet(0x88b5, new byte[40]);
        assertThat(Wrapped.read(1, secret, discovery, unknown, secret).problems())
                .extracting(CaptureProblem::message)
                .containsExactly(
                        "No TCP was found in the 4 packets: 2 of IP protocol ESP (50); 1 of EtherType PPPoE discovery"
                                + " (0x8863); 1 of EtherType (0x88b5). Capture on the interface that the programs use, such as lo.");
    }

    @Test
    void aTornSegmentIsNotOtherTraffic() throws IOException {
        byte[] torn = Wrapped.ethernet(Wrapped.IP, Wrapped.datagram(new byte[12]));
        assertThat(Wrapped.read(1, torn).problems())
                .singleElement()
                .extracting(CaptureProblem::message)
                .asString()
                .contains("1 of IP protocol TCP (6), cut or damaged.");
    }

    @Test
    void anInterfaceThatIsDamagedHasNoEmptyName() throws IOException {
        byte[] file = new PcapngWriter(LITTLE_ENDIAN)
                .block(1, ByteBuffer.allocate(4))
                .packet(0, frames.get(0), 60)
                .bytes();
        assertThat(Captures.read("mine.pcapng", file).linkTypes()).isEmpty();
        assertThat(problems(file))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "No TCP was found in the packet: 1 of an interface that the file does not describe."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "lz4"})
    void aDamagedPackingIsNamed(String packing) throws IOException {
        byte[] packed = packed(packing, Sent.readSimple(CHAT));
        assertThat(problemsOrRefusal(Arrays.copyOf(packed, packed.length - 300)))
                .anySatisfy(problem -> assertThat(problem).contains("The " + packing + " file is cut off or damaged"));
        packed[packed.length / 2] ^= 0x55;
        packed[packed.length / 2 + 1] ^= 0x55;
        assertThat(problemsOrRefusal(packed))
                .anySatisfy(problem -> assertThat(problem).contains("damaged"));
    }

    private static List<String> problemsOrRefusal(byte[] file) throws IOException {
        try {
            return problems(file);
        } catch (UnreadableCapture refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    @Test
    void aDamagedGzipGivesWhatItHeld() throws IOException {
        byte[] packed = packed("gzip", Sent.readSimple(CHAT));
        assertThat(Captures.read("mine.pcapng", Arrays.copyOf(packed, packed.length - 300))
                        .tcpPackets())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"gzip, pcapng.gz", "zstd, pcapng.zst", "lz4, pcapng.lz4"})
    void aPackedCaptureSaysHowItWasPacked(String packing, String format) throws IOException {
        byte[] packed = packed(packing, Sent.readSimple(CHAT));
        assertThat(Captures.read("mine", packed).format()).isEqualTo(format);
    }

    private static byte[] packed(String packing, List<Sent> sent) {
        return Dialect.ALL.stream()
                .filter(dialect -> dialect.name().equals(packing + " of pcapng"))
                .findFirst()
                .orElseThrow()
                .write(sent);
    }
}
