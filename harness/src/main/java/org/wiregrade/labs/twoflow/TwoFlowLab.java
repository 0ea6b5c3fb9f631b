package org.wiregrade.labs.twoflow;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabTask;

/** The two-flow lab as data, with every number that its live checks use. */
public final class TwoFlowLab implements Supplier<Lab> {
    public static final String NAME = "two-flow";

    static final StudentProgram RELAY = new StudentProgram("relay", "twoflow.Relay");
    static final StudentProgram CHAT_SENDER = new StudentProgram("chat client (client 1)", "twoflow.ChatSender");
    static final StudentProgram VOIP_SENDER = new StudentProgram("VoIP client (client 2)", "twoflow.VoipSender");

    public static final Lab LAB = new Lab(
            NAME,
            "Two flows: chat and VoIP",
            List.of(RELAY, CHAT_SENDER, VOIP_SENDER),
            // commons-csv and what it needs itself.
            List.of(CSVFormat.class, IOUtils.class, Hex.class),
            List.of(
                    LabTask.of(
                            TwoFlowSourceChecks.class,
                            "two-flow.relay.compiles",
                            "two-flow.chat.compiles",
                            "two-flow.voip.compiles",
                            "two-flow.given",
                            "two-flow.rules"),
                    LabTask.of(
                            RelayChecks.class,
                            "two-flow.relay.starts",
                            "two-flow.relay.forwards",
                            "two-flow.relay.separate",
                            "two-flow.relay.prompt",
                            "two-flow.relay.unchanged",
                            "two-flow.relay.log",
                            "two-flow.relay.half-close",
                            "two-flow.relay.ends",
                            "two-flow.relay.reset"),
                    LabTask.of(
                            ChatSenderChecks.class,
                            "two-flow.chat.rows",
                            "two-flow.chat.order",
                            "two-flow.chat.port",
                            "two-flow.chat.form",
                            "two-flow.chat.text",
                            "two-flow.chat.log",
                            "two-flow.chat.ends"),
                    LabTask.of(
                            VoipSenderChecks.class,
                            "two-flow.voip.rows",
                            "two-flow.voip.bytes",
                            "two-flow.voip.port",
                            "two-flow.voip.chunks",
                            "two-flow.voip.newline",
                            "two-flow.voip.pace",
                            "two-flow.voip.text",
                            "two-flow.voip.ends"),
                    LabTask.of(TwoFlowDemoChecks.class, "two-flow.demo"),
                    LabTask.of(TwoFlowCalmChecks.class, "two-flow.calm"),
                    LabTask.of(TwoFlowWireChecks.class, "two-flow.wire"),
                    LabTask.evidence(
                            TwoFlowEvidenceChecks.class,
                            "two-flow.evidence.capture",
                            "two-flow.evidence.pcapng",
                            "two-flow.evidence.streams",
                            "two-flow.evidence.ports",
                            "two-flow.evidence.chat-segments",
                            "two-flow.evidence.chunks",
                            "two-flow.evidence.pacing",
                            "two-flow.evidence.rows",
                            "two-flow.evidence.relay")));

    /** What the given code of the relay prints once clients can connect to both ports. */
    static final Pattern READY = Pattern.compile("Listening for VoIP.*:(?<port>-?\\d+)\\s*$");

    /** What it prints of its other port, before. */
    static final Pattern CHAT_PORT = Pattern.compile("Listening for Chat.*:(?<port>-?\\d+)\\s*$");

    /** How long anything may take that must come; the longest seen of a right program on a busy machine: 0.2 s. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long nothing may come of something that is under way, until what is missing counts as lost. */
    static final Duration QUIET = Duration.ofSeconds(3);

    /** After this time the harness sends more, which pushes out what a relay holds back. */
    static final Duration PROMPT = Duration.ofMillis(300);

    /** How long a relay may take to notice that a client is lost, where it says so. */
    static final Duration NOTICED = Duration.ofSeconds(2);

    /** How long a program may take to connect; a JVM's start, with room. */
    static final Duration CONNECTED = Duration.ofSeconds(10);

    /** How much is sent each way on both flows at once, in bytes. */
    static final int BULK = 1 << 20;

    /** What the VoIP client is asked to do: the size of a piece in bytes, and its pauses in ms. */
    static final int CHUNK_SIZE = 10;

    static final int BETWEEN_CHUNKS_MS = 50;
    static final int AFTER_ROW_MS = 100;

    /**
     * The shortest median gap between two pieces in ms.
     *
     * <p>Pieces come never early but, on a busy machine, late, and the next gap seems shorter by as much: single gaps say
     * little, the middle one and the whole much.
     */
    static final int SHORTEST_MEDIAN_MS = 40;

    /** The longest median gap of a piece, as a multiple of what the harness's own pauses of that length take meanwhile. */
    static final double LONGEST_MEDIAN = 1.6;

    /** A gap shorter than this, in ms, has no pause in it at all, and the largest share of gaps that may seem so. */
    static final int NO_GAP_MS = 10;

    static final double NO_GAPS = 0.25;

    /** The least part of all its pauses that a client takes from its first piece to its last; only the first may be late. */
    static final double LEAST_SPAN = 0.85;

    /** A row that takes less than this part of its pauses came at once. */
    static final double AT_ONCE = 0.3;

    /**
     * The least that the longest pause between two rows may take, in ms.
     *
     * <p>There are only four, and each seems shorter by as much as the newline before it came late; that all four do is
     * what a busy machine does not bring about.
     */
    static final int LEAST_ROW_GAP_MS = 70;

    /** The least share of pieces whose ends were seen; the others were joined with the next on their way. */
    static final double SEEN_ENDS = 0.7;

    /** The largest share of pieces that may end where none should. */
    static final double FOREIGN_ENDS = 0.03;

    @Override
    public Lab get() {
        return LAB;
    }
}
