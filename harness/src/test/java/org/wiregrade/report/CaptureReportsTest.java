package org.wiregrade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.wire.TcpStream;

/** A capture as a person, a script and a spreadsheet see it. */
class CaptureReportsTest {
    private final StringWriter out = new StringWriter();

    private static Capture chat() throws IOException {
        return Captures.read(Path.of("../fixtures/captures/chat.pcapng"));
    }

    @Test
    void theTableHasARowAStream() throws IOException {
        CaptureTable.write("chat.pcapng", chat(), chat().trace().streams(), out);
        assertThat(out.toString().lines())
                .hasSize(5)
                .contains("chat.pcapng: pcapng, ETHERNET, 52 packets, 52 TCP, 3 streams")
                .anyMatch(line -> line.startsWith("1  127.0.0.1:33892  127.0.0.1:3333  ")
                        && line.contains("  16, 4   31, 46, 34, 26  0.050334  1.037757  fin"));
    }

    @Test
    void equalSizesAreShownOnceAndLongListsCutOff() {
        assertThat(CaptureTable.sizes(new int[] {10, 10, 10, 6, 1})).isEqualTo("10×3, 6, 1");
        assertThat(CaptureTable.sizes(new int[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo("1, 2, 3, 4, 5, 6, …");
        assertThat(CaptureTable.sizes(new int[0])).isEmpty();
    }

    @Test
    void jsonHasTheFieldsThatScriptsRelyOn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        CaptureJson.write("chat.pcapng", chat(), chat().trace().streams(), bytes);
        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertThat(json.get("linkTypes").get(0).asText()).isEqualTo("ETHERNET");
        JsonNode stream = json.get("streams").get(1);
        assertThat(stream.get("client").get("port").asInt()).isEqualTo(33892);
        assertThat(stream.get("closed").asText()).isEqualTo("fin");
        assertThat(stream.get("toServer").toString())
                .isEqualTo("{\"packets\":10,\"bytes\":20,\"sha256\":\""
                        + chat().trace().streams().get(1).toServer().sha256()
                        + "\",\"missing\":0,\"retransmissions\":0,\"sizes\":[16,4]}");
    }

    @Test
    void csvHasARowAStreamUnderAHeader() throws IOException {
        CaptureCsv.write(chat().trace().streams(), out);
        assertThat(out.toString().lines()).hasSize(4);
        assertThat(out.toString().lines().skip(2)).first().asString().contains(",fin,10,20,0,0,16 4,8,137,");
    }

    @Test
    void aStreamIsFollowedInTheOrderOfItsPackets() throws IOException {
        FollowedStream.write(chat().trace().streams().get(1), false, out);
        assertThat(out.toString())
                .startsWith("stream 1: client 127.0.0.1:33892, server 127.0.0.1:3333\n<-- ")
                .contains("16 bytes\nthe cable is in\n<-- ")
                .contains("[127.0.0.1:33882] yes: ßüø ✓\n");
    }

    @Test
    void hexadecimalShowsOffsetsAndSigns() throws IOException {
        FollowedStream.write(chat().trace().streams().get(1), true, out);
        assertThat(out.toString())
                .contains("00000000  74 68 65 20 63 61 62 6c 65 20 69 73 20 69 6e 0a  the cable is in.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "3333, 3",
        "33892, 1",
        "127.0.0.1, 3",
        "127.0.0.1:33892, 1",
        "[127.0.0.1]:9, 0",
        "::1, 0",
        "[::1]:3333, 0"
    })
    void aFilterChoosesByPortAndAddress(String filter, int streams) throws IOException {
        List<TcpStream> chosen = chat().trace().streams().stream()
                .filter(StreamFilter.of(filter))
                .toList();
        assertThat(chosen).hasSize(streams);
    }

    @Test
    void aFilterThatIsNoneIsRefusedInASentence() {
        assertThatThrownBy(() -> StreamFilter.of("127.0.0.1:http"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"127.0.0.1:http\" is no filter: give a port, an address, or address:port");
    }
}
