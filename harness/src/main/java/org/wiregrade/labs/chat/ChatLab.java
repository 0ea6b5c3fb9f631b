package org.wiregrade.labs.chat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabTask;

/** The chat lab as data, with every number that its checks use. */
public final class ChatLab implements Supplier<Lab> {
    public static final String NAME = "chat";

    static final StudentProgram SERVER = new StudentProgram("chat server", "chat.ChatServer");
    static final StudentProgram CLIENT = new StudentProgram("chat client", "chat.ChatClient");

    public static final Lab LAB = new Lab(
            NAME,
            "Multi-client TCP chat",
            List.of(SERVER, CLIENT),
            List.of(),
            List.of(
                    LabTask.of(
                            ChatSourceChecks.class,
                            "chat.server.filled",
                            "chat.server.compiles",
                            "chat.client.filled",
                            "chat.client.compiles",
                            "chat.given",
                            "chat.rules"),
                    LabTask.of(
                            ChatServerChecks.class,
                            "chat.starts",
                            "chat.concurrent",
                            "chat.delivers",
                            "chat.everyone",
                            "chat.prefix",
                            "chat.no-echo"),
                    LabTask.of(ChatWireChecks.class, "chat.wire"),
                    LabTask.of(ChatLogChecks.class, "chat.log.connect", "chat.log.recv", "chat.log.fwd"),
                    LabTask.of(ChatTextChecks.class, "chat.order", "chat.utf8", "chat.invalid", "chat.long"),
                    LabTask.of(ChatCrowdChecks.class, "chat.late", "chat.leave", "chat.reset", "chat.storm"),
                    LabTask.of(ChatClientChecks.class, "chat.client.sends", "chat.client.shows", "chat.client.rtt"),
                    LabTask.of(ChatCalmChecks.class, "chat.calm"),
                    LabTask.evidence(
                            ChatEvidenceChecks.class,
                            "chat.evidence.output",
                            "chat.evidence.command",
                            "chat.evidence.log",
                            "chat.evidence.explanation",
                            "chat.evidence.capture",
                            "chat.evidence.pcapng",
                            "chat.evidence.streams",
                            "chat.evidence.speakers",
                            "chat.evidence.broadcast",
                            "chat.evidence.prefix",
                            "chat.evidence.echo",
                            "chat.evidence.story")));

    /** What the given code prints once clients can connect. */
    static final Pattern READY = Pattern.compile("\\[INFO\\].*:(?<port>-?\\d+)\\s*$");

    /** The most bytes that the given code reads at once. */
    static final int BUFFER_SIZE = 1024;

    /** How many clients talk in turn. */
    static final int CIRCLE = 4;

    /** How long anything may take that must come; the longest seen of a right server on a busy machine: 0.2 s. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The same once something did not come at all, so that a wrong server is not waited for again and again. */
    static final Duration PATIENCE_LOST = Duration.ofSeconds(1);

    /** How long the first clients wait to be logged before they speak; whether they are is not asked by that. */
    static final Duration ACCEPTED = Duration.ofMillis(300);

    /** How long an echo may be under way behind its proof, in a server that hands messages to other threads. */
    static final Duration GRACE = Duration.ofMillis(30);

    /** After this time the sender says something more, behind which a message that was lost cannot come any more. */
    static final Duration PROMPT = Duration.ofMillis(60);

    /** How many messages one client sends without waiting, and the pause between two in ns. */
    static final int BURST = 100;

    static final long BURST_PAUSE_NS = 100_000;

    /** How many clients reset their connections during such a burst. */
    static final int LEAVERS = 10;

    /** The length of the long message in bytes. */
    static final int LONG_MESSAGE = 5000;

    /** More lines than any server prints for the few messages of the first conversation. */
    static final int ENDLESS_LINES = 5000;

    /** The storm: this many clients each send this many messages at once. */
    static final int STORM_CLIENTS = 20;

    static final int STORM_MESSAGES = 50;

    /** How long nothing may come in the storm until what is missing counts as lost. */
    static final Duration STORM_QUIET = Duration.ofSeconds(2);

    /** How long the harness keeps the client waiting for an answer, at least. */
    static final Duration ANSWER_AFTER = Duration.ofMillis(30);

    @Override
    public Lab get() {
        return LAB;
    }
}
