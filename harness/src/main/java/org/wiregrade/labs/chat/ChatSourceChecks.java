package org.wiregrade.labs.chat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.build.Build;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.source.SourceRules;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What can be told of the student's code without running it. */
@Task(value = "The code", lab = ChatLab.class)
final class ChatSourceChecks {
    @LabCheck(
            id = "chat.server.filled",
            points = 1,
            title = "The chat server's task is filled in",
            hint = "Write your code between the two marker lines of the task.")
    void serverIsFilled(Testbed testbed) {
        StudentSource.requireFilled(testbed, ChatAssignment.SERVER);
    }

    @LabCheck(
            id = "chat.server.compiles",
            points = 1,
            title = "The chat server compiles",
            hint = "Fix the first error; the later ones often follow from it.",
            needs = "chat.server.filled")
    void serverCompiles(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        testbed.compiled(ChatAssignment.SERVER);
    }

    @LabCheck(
            id = "chat.client.filled",
            points = 1,
            title = "The chat client's task is filled in",
            hint = "Write your code between the two marker lines of the task.")
    void clientIsFilled(Testbed testbed) {
        StudentSource.requireFilled(testbed, ChatAssignment.CLIENT);
    }

    @LabCheck(
            id = "chat.client.compiles",
            points = 1,
            title = "The chat client compiles",
            hint = "Fix the first error; the later ones often follow from it.",
            needs = "chat.client.filled")
    void clientCompiles(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        testbed.compiled(ChatAssignment.CLIENT);
    }

    @LabCheck(
            id = "chat.given",
            points = 2,
            title = "The given code is as it was given",
            hint = "Take the given code from the template again; your own belongs between the markers.",
            needs = "chat.server.filled")
    void givenCodeIsUntouched(Testbed testbed, TestReporter reporter) throws IOException {
        StudentSource.requireGiven(testbed, reporter);
    }

    @LabCheck(
            id = "chat.rules",
            points = 2,
            title = "The code uses sockets and threads, and nothing that the task does not need",
            hint = "Sockets, streams, text and threads are enough for this task.",
            needs = "chat.server.compiles")
    void onlyWhatTheTaskNeeds(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        Map<Path, JavaClasses> together = new HashMap<>();
        for (StudentProgram program : List.of(ChatAssignment.SERVER, ChatAssignment.CLIENT)) {
            if (testbed.assembly().build(program.source()) instanceof Build.Compiled compiled) {
                SourceRules rules =
                        SourceRules.of(together.computeIfAbsent(compiled.classes(), SourceRules::classesIn), program);
                rules.forbidWhatNoTaskNeeds();
                rules.require("java.net.Socket", "a socket");
                if (program.equals(ChatAssignment.SERVER)) {
                    rules.require("java.lang.Thread", "a thread");
                }
            }
        }
    }
}
