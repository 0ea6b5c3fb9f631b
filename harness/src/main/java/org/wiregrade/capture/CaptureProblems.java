package org.wiregrade.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with a capture, so that a file with a million faults does not give a million sentences. */
final class CaptureProblems {
    private static final int ENOUGH = 100;

    private final List<CaptureProblem> found = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    void add(long offset, String message) {
        if (found.size() < ENOUGH) {
            found.add(new CaptureProblem(offset, message));
        }
    }

    /** Adds the first problem of a kind only. */
    void addOnce(long offset, String kind, Supplier<String> message) {
        if (kinds.add(kind)) {
            add(offset, message.get());
        }
    }

    List<CaptureProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingLong(CaptureProblem::offset))
                .toList();
    }
}
