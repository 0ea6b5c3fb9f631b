package org.wiregrade.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** Gradescope's {@code results.json}; none without a grade. */
final class Gradescope {
    private Gradescope() {}

    static Optional<String> of(Entry entry, ExportPolicy policy) throws IOException {
        if (entry.grade().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode top = Json.object();
        top.put("score", entry.grade().get());
        String calculation = CheckWords.calculation(entry);
        top.put("output", entry.points() + " points." + (calculation.isEmpty() ? "" : "\n" + calculation));
        top.put("output_format", "text");
        top.put("visibility", "visible");
        top.put("stdout_visibility", "hidden");
        ArrayNode tests = top.putArray("tests");
        entry.checks().forEach(check -> add(tests.addObject(), entry, check, policy.feedback()));
        return Optional.of(Json.text(top));
    }

    /** A hidden check is a test without points here: if one were hidden by Gradescope's own means, it would hide the total. */
    private static void add(ObjectNode test, Entry entry, CheckResult check, boolean feedback) {
        test.put("name", check.title());
        if (CheckWords.hasPoints(entry, check)) {
            test.put("score", check.earned());
            test.put("max_score", check.points());
            test.put("status", check.verdict() == Verdict.PASSED ? "passed" : "failed");
        }
        test.put("output", feedback || entry.isHidden(check) ? CheckWords.of(entry, check) : "");
        test.put("output_format", "text");
        if (!entry.isHidden(check)) {
            test.putArray("tags").add(check.id());
        }
    }
}
