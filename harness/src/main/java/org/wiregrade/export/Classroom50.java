package org.wiregrade.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** Classroom 50's {@code result.json} for each owner, from the scores that it has collected or a result of its own. */
final class Classroom50 implements Exporter {
    private static final String SCORES = "classroom50/scores/v1";
    private static final String RESULT = "classroom50/result/v1";
    private static final List<String> KEPT =
            List.of("classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review");
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_DECIMALS = 3;

    @Override
    public Outcome write(Request request) throws IOException {
        Path file = request.neededSheet("the scores.json of the classroom, or a result.json");
        List<ObjectNode> known =
                known(file, request.column().or(() -> request.policy().assignment()));
        Matching matching = Matching.of("github", rows(known), request.graded());
        int factor = factor(request.graded());
        var files = new FilePerStudent("%s/result.json", (entry, policy) -> Optional.empty());
        files.write(request);
        List<String> unwritten = new ArrayList<>(matching.unmatched());
        for (Map.Entry<Integer, Entry> each : matching.entries().entrySet()) {
            Entry entry = each.getValue();
            boolean possible = entry.grade().orElseThrow().signum() >= 0
                    && entry.grade().get().compareTo(entry.outOf()) <= 0;
            if (possible && entry.result().isPresent()) {
                ObjectNode result = result(
                        known.get(each.getKey()),
                        entry,
                        factor,
                        request.policy().feedback());
                files.write(request.target(), entry, Optional.of(Json.text(result)));
            } else {
                unwritten.add(entry.who() + ": " + entry.points() + " cannot be a result there");
            }
        }
        return new Outcome(
                unwritten,
                factor == 1 ? List.of() : List.of("whole points alone are taken, so all are times " + factor));
    }

    /** What the platform knows of each owner's newest submission. */
    private static List<ObjectNode> known(Path file, Optional<String> wanted) throws IOException {
        JsonNode top = Json.read(file);
        String schema = top.path("schema").asText();
        if (schema.equals(RESULT)) {
            return List.of((ObjectNode) top);
        }
        if (!schema.equals(SCORES)) {
            throw new IOException(file + " has the schema \"" + schema + "\", not " + SCORES + " or " + RESULT);
        }
        List<String> names = new ArrayList<>();
        top.path("assignments").fieldNames().forEachRemaining(names::add);
        String name = wanted.orElse(names.size() == 1 ? names.get(0) : "");
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    file + ": name the assignment with --column, one of " + String.join(", ", names));
        }
        List<ObjectNode> known = new ArrayList<>();
        for (JsonNode entry : top.path("assignments").path(name).path("entries")) {
            if (entry.path("submissions").path(0) instanceof ObjectNode newest) {
                newest.put("assignment", name);
                newest.set("owner", entry.path("owner"));
                known.add(newest);
            }
        }
        return known;
    }

    private static List<Matching.Row> rows(List<ObjectNode> known) {
        List<Matching.Row> rows = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Set<String> ids = new TreeSet<>();
            ids.add(known.get(i).path("owner").asText());
            // https://github.com/ORGANISATION/REPOSITORY/commit/…: submissions are often called as their repository is.
            String[] commit = known.get(i).path("commit").asText().split("/");
            if (commit.length > 4) {
                ids.add(commit[4]);
            }
            rows.add(new Matching.Row(i, "", ids, "", ""));
        }
        return rows;
    }

    /** What makes all grades of the class whole. */
    private static int factor(List<Entry> entries) {
        int decimals = 0;
        for (Entry entry : entries) {
            for (BigDecimal number : List.of(entry.grade().orElseThrow(), entry.outOf())) {
                decimals = Math.max(decimals, number.stripTrailingZeros().scale());
            }
        }
        if (decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("a grade has more than " + MOST_DECIMALS
                    + " decimals, and whole points alone are taken; set points.round in the policy");
        }
        return BigDecimal.TEN.pow(decimals).intValueExact();
    }

    private static ObjectNode result(ObjectNode known, Entry entry, int factor, boolean feedback) throws IOException {
        ObjectNode result = Json.object();
        result.put("schema", RESULT);
        for (String field : KEPT) {
            if (known.path(field).asText().isEmpty()) {
                throw new IOException("the sheet does not say the " + field + " of " + entry.who());
            }
            result.set(field, known.get(field));
        }
        result.put("datetime", utc(known.path("datetime").asText(), entry));
        Instant graded = entry.result().orElseThrow().started();
        result.put("graded_at", graded.truncatedTo(ChronoUnit.SECONDS).toString());
        result.put("score", whole(entry.grade().orElseThrow(), factor));
        result.put("max-score", whole(entry.outOf(), factor));
        ArrayNode tests = result.putArray("tests");
        entry.checks().forEach(check -> add(tests.addObject(), entry, check, factor, feedback));
        if (known.has("submitted_by")) {
            result.set("submitted_by", known.get("submitted_by"));
        }
        return result;
    }

    /** Each test must say whether it passed; one without points says nothing by it. */
    private static void add(ObjectNode test, Entry entry, CheckResult check, int factor, boolean feedback) {
        boolean shown = CheckWords.hasPoints(entry, check);
        test.put("test-name", check.title());
        test.put("passed", !shown || check.verdict() == Verdict.PASSED);
        test.put("score", shown ? check.earned() * factor : 0);
        test.put("max-score", shown ? check.points() * factor : 0);
        if (!entry.isHidden(check)) {
            test.put("id", check.id());
        }
        if (feedback || !shown) {
            test.put("message", CheckWords.cut(CheckWords.of(entry, check), MOST_TEXT));
        }
    }

    private static int whole(BigDecimal number, int factor) {
        return number.multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.UNNECESSARY)
                .intValueExact();
    }

    /** The time of the commit, which is taken in seconds and in UTC alone. */
    private static String utc(String time, Entry entry) throws IOException {
        try {
            return OffsetDateTime.parse(time)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        } catch (DateTimeException e) {
            throw new IOException("the datetime of " + entry.who() + " in the sheet is no time: \"" + time + "\"", e);
        }
    }
}
