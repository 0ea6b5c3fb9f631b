package org.wiregrade.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** The {@code results.json} of Gradescope and of PrairieLearn, of a result that needs no person. */
final class PlatformJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlatformJson() {}

    static String gradescope(Result result) throws JsonProcessingException {
        ObjectNode top = MAPPER.createObjectNode();
        top.put("score", result.earned());
        top.put("output", result.earned() + " of " + result.possible() + " points.");
        top.put("output_format", "text");
        top.put("visibility", "visible");
        top.put("stdout_visibility", "hidden");
        ArrayNode tests = top.putArray("tests");
        for (CheckResult check : result.checks()) {
            ObjectNode test = tests.addObject();
            test.put("name", check.title());
            test.put("score", check.earned());
            test.put("max_score", check.points());
            test.put("status", check.verdict() == Verdict.PASSED ? "passed" : "failed");
            test.put("output", sentences(check));
            test.put("output_format", "text");
            test.putArray("tags").add(check.id());
        }
        return text(top);
    }

    static String prairieLearn(Result result) throws JsonProcessingException {
        ObjectNode top = MAPPER.createObjectNode();
        top.put("gradable", true);
        top.put("score", result.possible() == 0 ? 0 : (double) result.earned() / result.possible());
        top.put("message", result.earned() + " of " + result.possible() + " points.");
        ArrayNode tests = top.putArray("tests");
        for (CheckResult check : result.checks()) {
            ObjectNode test = tests.addObject();
            test.put("name", check.title());
            test.put("description", check.id());
            test.put("points", check.earned());
            test.put("max_points", check.points());
            test.put("message", sentences(check));
        }
        return text(top);
    }

    /** What a check says about a submission, a line a sentence. */
    static String sentences(CheckResult check) {
        return Stream.of(line("expected", check.expected()), line("got", check.got()), line("hint", check.hint()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String said) {
        return said == null || said.isEmpty() ? "" : name + ": " + said;
    }

    private static String text(ObjectNode top) throws JsonProcessingException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(top) + "\n";
    }
}
