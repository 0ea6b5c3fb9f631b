package org.wiregrade.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.results.CheckResult;

/** PrairieLearn's {@code results.json}; none without a grade. */
final class PrairieLearn {
    private PrairieLearn() {}

    static Optional<String> of(Entry entry, ExportPolicy policy) throws IOException {
        if (entry.grade().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode top = Json.object();
        top.put("gradable", true);
        top.put("score", share(entry.grade().get(), entry.outOf()));
        String calculation = CheckWords.calculation(entry);
        top.put("message", entry.points() + " points." + (calculation.isEmpty() ? "" : "\n" + calculation));
        ArrayNode tests = top.putArray("tests");
        entry.checks().forEach(check -> add(tests.addObject(), entry, check, policy.feedback()));
        return Optional.of(Json.text(top));
    }

    /** Points show only if all tests have some, and of none at most they are shown as neutral. */
    private static void add(ObjectNode test, Entry entry, CheckResult check, boolean feedback) {
        boolean shown = CheckWords.hasPoints(entry, check);
        test.put("name", check.title());
        test.put("description", entry.isHidden(check) ? "" : check.id());
        test.put("points", shown ? check.earned() : 0);
        test.put("max_points", shown ? check.points() : 0);
        test.put("message", feedback || entry.isHidden(check) ? CheckWords.of(entry, check) : "");
    }

    /** Between 0 and 1, as the platform wants it, also where there was a bonus. */
    private static BigDecimal share(BigDecimal grade, BigDecimal outOf) {
        return outOf.signum() == 0
                ? BigDecimal.ZERO
                : grade.divide(outOf, MathContext.DECIMAL64).min(BigDecimal.ONE).max(BigDecimal.ZERO);
    }
}
