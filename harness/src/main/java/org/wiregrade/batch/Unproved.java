package org.wiregrade.batch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;
import org.wiregrade.run.PlannedCheck;
import org.wiregrade.testbed.Lab;

/**
 * The submissions that failed a check in which the machine has a part, while no canary has been good since.
 *
 * <p>Those that ran a program are remembered in the result folder, so that a run that is ended leaves no doubt about them to
 * the next one. Used under its owner's lock.
 */
final class Unproved {
    private final ResultFolder out;
    private final Set<String> live;
    private final Map<String, HandedIn> submissions = new LinkedHashMap<>();
    private final Set<String> remembered;

    Unproved(ResultFolder out, List<Lab> labs) throws IOException {
        this.out = out;
        remembered = out.unproved();
        live = labs.stream()
                .flatMap(lab -> PlannedCheck.of(lab.withoutEvidence()).stream())
                .map(check -> check.check().id())
                .collect(Collectors.toSet());
    }

    /** Whether an earlier run left doubt about a submission. */
    boolean remembers(String name) {
        return remembered.contains(name);
    }

    /** Takes note of a result that is about to be written. */
    void hear(HandedIn handedIn, Result result) throws IOException {
        boolean concerned = result.checks().stream()
                .filter(check -> live.contains(check.id()))
                .anyMatch(check -> check.verdict() == Verdict.FAILED || check.verdict() == Verdict.BROKEN);
        if (concerned) {
            submissions.put(handedIn.name(), handedIn);
        }
        boolean doubtful = concerned && !result.programs().isEmpty();
        if (doubtful ? remembered.add(handedIn.name()) : remembered.remove(handedIn.name())) {
            out.writeUnproved(remembered);
        }
    }

    List<HandedIn> all() {
        return List.copyOf(submissions.values());
    }

    /** There is no doubt about a submission any more. */
    void settle(String name) throws IOException {
        submissions.remove(name);
        if (remembered.remove(name)) {
            out.writeUnproved(remembered);
        }
    }

    /** A canary was good. */
    void settleAll() throws IOException {
        if (remembered.removeAll(submissions.keySet())) {
            out.writeUnproved(remembered);
        }
        submissions.clear();
    }
}
