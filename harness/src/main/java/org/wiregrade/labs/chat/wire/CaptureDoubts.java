package org.wiregrade.labs.chat.wire;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.testbed.Doubt;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** What makes a capture look made up or cut down, although all that it shows is right. */
public final class CaptureDoubts {
    private static final Pattern PREFIX = Pattern.compile("\\[([0-9.]{7,15}):(\\d{1,5})] ");
    private static final int FEWEST = 5;

    private CaptureDoubts() {}

    public static Optional<Doubt> of(CapturedExchange captured) {
        return sameTimes(captured.streams()).or(() -> unseenSpeaker(captured));
    }

    /** No clock gives all packets the same time, or the same time between each two. */
    private static Optional<Doubt> sameTimes(List<TcpStream> streams) {
        long[] times = streams.stream()
                .flatMap(stream -> Stream.of(stream.toServer(), stream.toClient()))
                .flatMap(flow -> flow.segments().stream())
                .limit(ChatTolerances.JUDGED_MESSAGES)
                .mapToLong(Segment::timeNs)
                .sorted()
                .toArray();
        boolean same = times.length > FEWEST;
        for (int i = 2; same && i < times.length; i++) {
            same = times[i] - times[i - 1] == times[1] - times[0];
        }
        return same
                ? Optional.of(new Doubt(
                        "scripted",
                        WORDS.text("doubt.times", times.length, (times[1] - times[0]) / 1e6),
                        ChatAssignment.CAPTURE))
                : Optional.empty();
    }

    /** Others hear a speaker from an address whose other connections were captured, and not a packet of its own is there. */
    private static Optional<Doubt> unseenSpeaker(CapturedExchange captured) {
        Set<Endpoint> seen = captured.streams().stream()
                .flatMap(stream -> Stream.of(stream.client(), stream.server()))
                .map(Addresses::plain)
                .collect(Collectors.toSet());
        Set<String> hosts = seen.stream().map(Endpoint::ip).collect(Collectors.toSet());
        String said = captured.exchange().messages().stream()
                .map(message -> message.text())
                .collect(Collectors.joining("\n"));
        for (TcpStream stream : captured.streams()) {
            int length = (int)
                    Math.min(ChatTolerances.JUDGED_BYTES, stream.toClient().bytes());
            String heard = new String(stream.toClient().payload(0, length), StandardCharsets.ISO_8859_1);
            Matcher prefix = PREFIX.matcher(heard);
            while (prefix.find()) {
                Optional<Endpoint> speaker = Addresses.endpoint(prefix.group(1), prefix.group(2));
                if (speaker.isPresent()
                        && hosts.contains(speaker.get().ip())
                        && !seen.contains(speaker.get())
                        && !said.contains(prefix.group().strip())) {
                    int packet = stream.toClient().segmentAt(prefix.start()).frame();
                    return Optional.of(new Doubt(
                            "impossible",
                            WORDS.text("doubt.unseen", stream.client(), speaker.get()),
                            WORDS.text("doubt.packet", packet)));
                }
            }
        }
        return Optional.empty();
    }
}
