package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.wiregrade.labs.Labs;
import org.wiregrade.labs.chat.ChatLab;
import org.wiregrade.labs.twoflow.TwoFlowLab;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabTask;

/** The program of a lab that an attack is put into, and the checks that start it. */
enum HostileTarget {
    CHAT_SERVER("chat.ChatServer", ChatLab.NAME, "ChatServerChecks", "ChatCalmChecks"),
    RELAY("twoflow.Relay", TwoFlowLab.NAME, "RelayChecks", "TwoFlowCalmChecks");

    private final String mainClass;
    private final String lab;
    private final String checks;
    private final String calm;

    HostileTarget(String mainClass, String lab, String checks, String calm) {
        this.mainClass = mainClass;
        this.lab = lab;
        this.checks = checks;
        this.calm = calm;
    }

    String mainClass() {
        return mainClass;
    }

    String source() {
        return "src/main/java/" + mainClass.replace('.', '/') + ".java";
    }

    /** The lab without what is judged of other programs, or of what is handed in as evidence. */
    Lab lab() {
        Lab whole = Labs.named(lab);
        List<LabTask> tasks = whole.tasks().stream()
                .filter(task -> List.of(checks, calm).contains(task.type().getSimpleName()))
                .toList();
        assertThat(tasks).hasSize(2);
        return new Lab(whole.name(), whole.title(), whole.programs(), whole.libraries(), tasks);
    }
}
