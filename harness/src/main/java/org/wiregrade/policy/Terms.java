package org.wiregrade.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a lab is due for one person, with extensions.
 *
 * @param due empty where it never is
 * @param cutoff behind which nothing counts
 * @param freeDays how many may be used
 * @param remarks what was extended, and why
 */
record Terms(Optional<Instant> due, Optional<Instant> cutoff, int freeDays, List<String> remarks) {
    Terms {
        remarks = List.copyOf(remarks);
    }

    static Terms of(ClassPolicy policy, LabPolicy lab, String who) {
        Optional<Instant> due = lab.due();
        Optional<Instant> cutoff = cutoff(policy, lab, due);
        int freeDays = lab.late().freeDays();
        List<String> remarks = new ArrayList<>();
        for (Extension each : policy.extensions()) {
            boolean meant = each.who().stream().anyMatch(whom -> policy.roster().means(whom, who));
            if (meant && each.lab().map(lab.name()::equals).orElse(true) && due.isPresent()) {
                due = Optional.of(each.dueAfter(due.get(), policy.zone()));
                cutoff = each.until().isPresent() ? each.until() : cutoff(policy, lab, due);
                freeDays = each.freeDays().orElse(freeDays);
                remarks.add("Extension to " + Times.text(due.get(), policy.zone()) + ": " + each.reason());
            }
        }
        return new Terms(due, cutoff, freeDays, remarks);
    }

    private static Optional<Instant> cutoff(ClassPolicy policy, LabPolicy lab, Optional<Instant> ownDue) {
        if (lab.cutoff().isEmpty() || lab.due().isEmpty() || ownDue.isEmpty()) {
            return lab.cutoff().flatMap(LabPolicy.Cutoff::at);
        }
        LabPolicy.Cutoff rule = lab.cutoff().get();
        return Optional.of(rule.at()
                .map(at -> at.plus(Duration.between(lab.due().get(), ownDue.get())))
                .orElseGet(() -> rule.behindDue().after(ownDue.get(), policy.zone())));
    }
}
