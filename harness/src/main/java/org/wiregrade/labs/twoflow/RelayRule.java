package org.wiregrade.labs.twoflow;

import java.util.StringJoiner;
import java.util.TreeSet;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Segment;

/** What the sender of a flow gave the relay comes out on the other leg: the same bytes, as they came. */
final class RelayRule {
    private final TwoFlowTraffic traffic;
    private final FlowLegs legs;
    private final Speech sent;
    private final Speech relayed;

    private RelayRule(TwoFlowTraffic traffic, LabFlow flow) {
        this.traffic = traffic;
        legs = traffic.flow(flow);
        sent = legs.sent();
        relayed = legs.relayed();
    }

    static String check(TwoFlowTraffic traffic) {
        StringJoiner note = new StringJoiner("\n");
        for (LabFlow flow : LabFlow.values()) {
            note.add(new RelayRule(traffic, flow).check());
        }
        return note.toString();
    }

    private String check() {
        requirePayload();
        if (!traffic.isLossy(sent) && !traffic.isLossy(relayed)) {
            requireSameBytes();
            requireNothingBack();
            requireAtOnce();
        }
        return legs.flow().words() + ": " + relayed.length() + " of " + sent.length() + " bytes handed on to "
                + legs.receiver().client() + ".";
    }

    private void requirePayload() {
        if (relayed.length() > 0) {
            return;
        }
        boolean back = legs.sender().toClient().bytes() > 0;
        throw new CheckFailure(
                expected(),
                back ? "nothing comes to it; the bytes go back to their sender" : "nothing comes to it",
                "What one client sends on a flow, the relay writes to the other client's socket of the same flow.");
    }

    private void requireSameBytes() {
        int at = firstDifference();
        if (at < 0 || (at == relayed.length() && isCutOff(at))) {
            return;
        }
        if (traffic.looksLike(legs.flow().other(), relayed) && !traffic.looksLike(legs.flow(), relayed)) {
            throw new CheckFailure(
                    expected(),
                    "the flows are crossed: packet " + relayed.frameAt(0) + " brings "
                            + relayed.quote(0, Math.min(30, relayed.length())),
                    "Each flow has its own pair of sockets; forward chat to chat and VoIP to VoIP.");
        }
        String there = at < sent.length()
                ? "packet " + sent.frameAt(at) + " sends " + around(sent, at)
                : "the sender sends nothing more behind byte " + at;
        String here = at < relayed.length()
                ? "packet " + relayed.frameAt(at) + " brings " + around(relayed, at)
                : "nothing more comes behind byte " + at;
        throw new CheckFailure(
                expected(),
                "from byte " + at + " on they differ: " + there + ", " + here,
                "Write exactly the bytes that were read, without making text of them, until the sender has ended.");
    }

    /** Whether the capture ended so soon behind a byte that it could not show it again. */
    private boolean isCutOff(int at) {
        long end = traffic.trace().streams().stream()
                .mapToLong(stream -> stream.startNs() + stream.durationNs())
                .max()
                .orElse(0);
        return legs.receiver().closing() == Closing.OPEN
                && end - sent.flow().segmentAt(at).timeNs() <= TwoFlowEvidenceLimits.SETTLING_NS;
    }

    private int firstDifference() {
        int length = Math.min(sent.length(), relayed.length());
        for (int at = 0; at < length; at++) {
            if (sent.bytes().charAt(at) != relayed.bytes().charAt(at)) {
                return at;
            }
        }
        return sent.length() == relayed.length() ? -1 : length;
    }

    /** The rest of the segment that a byte came in. */
    private static String around(Speech speech, int at) {
        Segment segment = speech.flow().segmentAt(at);
        int end = (int) Math.min(speech.length(), segment.offset() + segment.length());
        return speech.quote(at, Math.max(at + 1, end));
    }

    private void requireNothingBack() {
        Speech back = Speech.of(legs.sender().toClient());
        if (back.length() > 0 && sent.bytes().startsWith(back.bytes())) {
            throw new CheckFailure(
                    expected(),
                    "packet " + back.frameAt(0) + " brings it back to its sender as well",
                    "Forward to the other client only.");
        }
    }

    /** Pieces are handed on as they came, not held until a newline or a full buffer. */
    private void requireAtOnce() {
        long settled = settledNs();
        TreeSet<Long> wanted = new TreeSet<>();
        sent.segments().stream()
                .filter(segment -> segment.timeNs() >= settled && segment.offset() > 0)
                .forEach(segment -> wanted.add(segment.offset()));
        TreeSet<Long> actual = new TreeSet<>();
        relayed.segments().forEach(segment -> actual.add(segment.offset()));
        long seen = wanted.stream().filter(actual::contains).count();
        if (wanted.size() > 1 && seen < wanted.size() * TwoFlowEvidenceLimits.RELAYED_BORDERS) {
            Segment largest = relayed.segments().stream()
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .orElseThrow();
            throw new CheckFailure(
                    expected() + ", piece by piece",
                    "of the pieces sent only " + seen + " of " + wanted.size() + " were handed on as they came; packet "
                            + largest.frame() + " has " + largest.length() + " bytes at once",
                    "Write what was read at once, without waiting for a newline or a full buffer.");
        }
    }

    /** From when on the relay knew both clients of the flow, and had handed on what had come before. */
    private long settledNs() {
        return Math.max(legs.sender().startNs(), legs.receiver().startNs()) + TwoFlowEvidenceLimits.SETTLING_NS;
    }

    private String expected() {
        return "the " + legs.flow().words() + " bytes that " + legs.sender().client()
                + " sends come to the other client, " + legs.receiver().client();
    }
}
