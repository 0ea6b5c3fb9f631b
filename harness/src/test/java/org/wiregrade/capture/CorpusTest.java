package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** Public captures read as Wireshark reads them; skipped where that corpus is not beside the repository. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final String TRUTH = ".truth.jsonl";

    /** Where Wireshark sees more, and why we do not. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "tests__cfgs__default__pcap__6in4tunnel.pcap", "a segment quoted in an ICMPv6 error is no segment",
            "tests__cfgs__default__pcap__capwap_data.pcapng", "CAPWAP between access points and controllers",
            "tests__filter__AH-IPcomp-IPv4.pcap", "compressed datagrams (IPComp)",
            "tests__filter__AH-IPcomp-IPv6.pcap", "compressed datagrams (IPComp)",
            "tests__filter__arcnet-rfc1051-arp-icmp-http.pcap", "ARCNET",
            "tests__filter__arcnet-rfc1201-arp-icmp-http.pcap", "ARCNET");

    private int hashes;

    @Test
    void everyStreamIsWiresharksOutsideAShortList() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus of public captures is not at " + CORPUS);
        List<Path> truths;
        try (Stream<Path> files = Files.walk(CORPUS)) {
            truths = files.filter(file -> file.toString().endsWith(TRUTH))
                    .sorted()
                    .toList();
        }
        List<String> wrong = new ArrayList<>();
        for (Path truth : truths) {
            String name = truth.getFileName().toString().replace(TRUTH, "");
            Path capture = truth.resolveSibling(name);
            List<String> differences = differences(capture, truth);
            if (EXCEPTIONS.containsKey(name)) {
                assertThat(differences).as(name + " is no exception any more").isNotEmpty();
            } else {
                differences.forEach(difference -> wrong.add(name + ": " + difference));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(truths).hasSizeGreaterThan(300);
        assertThat(hashes).as("payloads compared").isGreaterThan(4000);
    }

    private List<String> differences(Path capture, Path truth) throws IOException {
        List<JsonNode> wanted = new ArrayList<>();
        for (String line : Files.readAllLines(truth)) {
            JsonNode node = new ObjectMapper().readTree(line);
            if (node.has("stream")) {
                wanted.add(node);
            }
        }
        List<TcpStream> streams = Captures.read(capture).trace().streams();
        List<String> differences = new ArrayList<>();
        if (streams.size() != wanted.size()) {
            differences.add(streams.size() + " streams instead of " + wanted.size());
            return differences;
        }
        for (int i = 0; i < streams.size(); i++) {
            compare(streams.get(i), wanted.get(i), differences);
        }
        return differences;
    }

    private void compare(TcpStream stream, JsonNode wanted, List<String> differences) {
        boolean clientFirst =
                stream.client().toString().equals(wanted.get("node0").asText());
        Flow first = clientFirst ? stream.toServer() : stream.toClient();
        Flow second = clientFirst ? stream.toClient() : stream.toServer();
        String expected =
                wanted.get("node0").asText() + " " + wanted.get("node1").asText() + " " + wanted.get("pkts") + " "
                        + wanted.get("first_frame") + "-" + wanted.get("last_frame");
        String got = first.from() + " " + second.from() + " [" + first.packets() + "," + second.packets() + "] "
                + stream.firstFrame() + "-" + stream.lastFrame();
        if (!got.equals(expected)) {
            differences.add("stream " + stream.index() + " is " + got + " instead of " + expected);
        }
        JsonNode agree = wanted.get("agree");
        if (agree != null
                && agree.isArray()
                && agree.get(0).asBoolean()
                && agree.get(1).asBoolean()) {
            hashes++;
            String payloads = first.sha256() + " " + second.sha256();
            JsonNode truth = wanted.get("seq_sha256");
            if (!payloads.equals(truth.get(0).asText() + " " + truth.get(1).asText())) {
                differences.add("stream " + stream.index() + " has another payload");
            }
        }
    }
}
