package org.wiregrade.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/**
 * Nothing but the one documented exception comes out of any file.
 *
 * <p>An ordinary build tries the seeds. This searches on from them: {@code mvn -pl harness test-compile
 * surefire:test@hostile-files -Dfuzz=1}, for 20 seconds, or as long as {@code JAZZER_MAX_DURATION} says.
 */
class CaptureFuzzTest {
    static Stream<byte[]> seeds() throws IOException {
        List<Sent> chat = Sent.readSimple(Path.of("../fixtures/captures/chat.pcapng"));
        return Dialect.ALL.stream().map(dialect -> dialect.write(chat.subList(0, 14)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void anyBytesAreReadOrRefused(byte[] file) throws IOException {
        Capture capture;
        try {
            capture = Captures.read("fuzzed", file);
        } catch (UnreadableCapture refused) {
            return;
        }
        for (TcpStream stream : capture.trace().streams()) {
            look(stream.toServer(), most(capture.format(), file.length));
            look(stream.toClient(), most(capture.format(), file.length));
        }
    }

    /** A gzip holds at most a thousand times its size; four bytes of zstd can stand for 128 KiB. */
    private static long most(String format, long fileLength) {
        return fileLength * (format.endsWith(".zst") ? 33_000 : 1100);
    }

    /** Asks a flow everything. */
    private static void look(Flow flow, long most) {
        if (flow.bytes() > most) {
            throw new AssertionError("A payload of " + flow.bytes() + " bytes out of at most " + most);
        }
        flow.sha256();
        long sum = 0;
        for (int size : flow.sizes()) {
            sum += size;
        }
        if (sum != flow.bytes() || flow.missing() < 0) {
            throw new AssertionError("The sizes do not add up");
        }
        for (Segment segment : flow.segments()) {
            if (segment.offset() < 0 || segment.offset() > flow.bytes()) {
                throw new AssertionError("Outside the payload: " + segment);
            }
            if (segment.offset() < flow.bytes() && segment.isFresh() && flow.segmentAt(segment.offset()) == null) {
                throw new AssertionError("Nobody brought " + segment);
            }
        }
    }
}
