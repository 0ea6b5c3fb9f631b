package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.Tshark;
import org.wiregrade.wire.TcpStream;

/** Small captures of rare wrappings, read as Wireshark reads them; skipped where they are not beside the repository. */
class SmallCapturesTest {
    private static final Path CASES = Path.of("../../shared/cases/captures");
    /** Not those of another format, nor those whose payloads were cut, which only Wireshark counts in full. */
    private static final Pattern NAMES = Pattern.compile("\\.pcap$|-(lz4|zst)\\.pcapng$");

    @TempDir
    private Path folder;

    /** What both tell of a stream; a segment with a damaged header has no payload in either. */
    private record Seen(int packets, int first, int last, long payload) {
        static Seen of(TcpStream stream) {
            return new Seen(
                    stream.toServer().packets() + stream.toClient().packets(),
                    stream.firstFrame(),
                    stream.lastFrame(),
                    payload(stream));
        }

        private static long payload(TcpStream stream) {
            return Stream.of(stream.toServer(), stream.toClient())
                    .mapToLong(flow -> flow.bytes()
                            + flow.segments().stream()
                                    .filter(segment -> !segment.isFresh())
                                    .mapToLong(segment -> segment.length())
                                    .sum())
                    .sum();
        }

        Seen and(int frame, long length) {
            return new Seen(packets + 1, Math.min(first, frame), Math.max(last, frame), payload + length);
        }
    }

    @Test
    void numbersPacketsAndPayloadsAreWiresharks() throws Exception {
        assumeTrue(Files.isDirectory(CASES), "the small captures are not at " + CASES);
        List<Path> captures;
        try (Stream<Path> files = Files.list(CASES)) {
            captures = files.filter(file -> NAMES.matcher(file.toString()).find())
                    .sorted()
                    .toList();
        }
        assertThat(captures).hasSizeGreaterThan(10);
        List<String> wrong = new ArrayList<>();
        for (Path capture : captures) {
            Map<Integer, Seen> wanted = tshark(capture);
            Map<Integer, Seen> got = ours(capture);
            if (!got.equals(wanted)) {
                wrong.add(capture.getFileName() + " is " + got + " instead of " + wanted);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<Integer, Seen> ours(Path capture) throws IOException {
        Map<Integer, Seen> streams = new TreeMap<>();
        Captures.read(capture).trace().streams().forEach(stream -> streams.put(stream.index(), Seen.of(stream)));
        return streams;
    }

    private Map<Integer, Seen> tshark(Path capture) throws IOException, InterruptedException {
        Map<Integer, Seen> streams = new TreeMap<>();
        for (String line : Tshark.lines(
                folder, capture, "-T", "fields", "-e", "tcp.stream", "-e", "frame.number", "-e", "tcp.len")) {
            String[] fields = line.split("\t", -1);
            if (!fields[0].isEmpty() && !fields[2].isEmpty()) {
                streams.merge(
                        Integer.parseInt(fields[0]),
                        new Seen(0, Integer.MAX_VALUE, 0, 0)
                                .and(Integer.parseInt(fields[1]), Long.parseLong(fields[2])),
                        (before, now) -> before.and(now.first(), now.payload()));
            }
        }
        return streams;
    }
}
