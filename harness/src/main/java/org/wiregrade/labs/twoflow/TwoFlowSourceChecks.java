package org.wiregrade.labs.twoflow;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.build.Build;
import org.wiregrade.labs.source.SourceRules;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.regions.TransplantedSource;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What can be told of the student's code without running it. */
@Task(value = "The code of the relay and the clients", lab = TwoFlowLab.class)
final class TwoFlowSourceChecks {
    private static final String FIX_FIRST = "Fix the first error; the later ones often follow from it.";

    @LabCheck(
            id = "two-flow.relay.compiles",
            points = 1,
            title = "The relay's task is filled in and compiles",
            hint = FIX_FIRST)
    void relayCompiles(Testbed testbed) throws IOException {
        requireProgram(testbed, Assignment.RELAY);
    }

    @LabCheck(
            id = "two-flow.chat.compiles",
            points = 1,
            title = "Client 1's task is filled in and compiles",
            hint = FIX_FIRST)
    void chatSenderCompiles(Testbed testbed) throws IOException {
        requireProgram(testbed, Assignment.CHAT_SENDER);
    }

    @LabCheck(
            id = "two-flow.voip.compiles",
            points = 1,
            title = "Client 2's task is filled in and compiles",
            hint = FIX_FIRST)
    void voipSenderCompiles(Testbed testbed) throws IOException {
        requireProgram(testbed, Assignment.VOIP_SENDER);
    }

    @LabCheck(
            id = "two-flow.given",
            points = 2,
            title = "The given code is as it was given",
            hint = "Take the given code from the template again; your own belongs between the markers.")
    void givenCodeIsUntouched(Testbed testbed, TestReporter reporter) throws IOException {
        StudentSource.onlyTemplate(testbed);
        requireSomething(testbed);
        StudentSource.requireGiven(testbed, reporter);
    }

    @LabCheck(
            id = "two-flow.rules",
            points = 2,
            title = "The code has nothing in it that the tasks do not need",
            hint = "Sockets, streams, text and threads are enough for these tasks.")
    void onlyWhatTheTasksNeed(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        requireSomething(testbed);
        Map<Path, JavaClasses> together = new HashMap<>();
        for (StudentProgram program : Assignment.PROGRAMS) {
            if (testbed.assembly().build(program.source()) instanceof Build.Compiled compiled) {
                SourceRules.of(together.computeIfAbsent(compiled.classes(), SourceRules::classesIn), program)
                        .forbidWhatNoTaskNeeds();
            }
        }
    }

    private static void requireProgram(Testbed testbed, StudentProgram program) throws IOException {
        StudentSource.requireFilled(testbed, program);
        testbed.compiled(program);
    }

    private static void requireSomething(Testbed testbed) {
        if (testbed.assembly().transplant().sources().stream()
                .map(TransplantedSource::filledTasks)
                .allMatch(List::isEmpty)) {
            throw TwoFlowWords.failure(TwoFlowWords.say("source.expected"), "source.none");
        }
    }
}
