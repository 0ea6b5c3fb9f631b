package org.wiregrade.labs.chat;

import java.util.List;
import java.util.function.Supplier;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabTask;

/** The chat lab as data: its programs, and the list of its checks. */
public final class ChatLab implements Supplier<Lab> {
    public static final String NAME = "chat";

    public static final Lab LAB = new Lab(
            NAME,
            "Multi-client TCP chat",
            List.of(ChatAssignment.SERVER, ChatAssignment.CLIENT),
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
                    LabTask.telling(
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
                    LabTask.telling(ChatCrowdChecks.class, "chat.late", "chat.leave", "chat.reset", "chat.storm"),
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

    @Override
    public Lab get() {
        return LAB;
    }
}
