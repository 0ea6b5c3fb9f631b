package org.wiregrade.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code class.yml} says of a lab's exports, by platform. */
final class ExportReader {
    private static final List<String> PLATFORMS = List.of(
            "moodle", "canvas", "gradescope", "classroom50", "prairielearn", "autolab", "junit", "github", "csv");

    private ExportReader() {}

    static Map<String, ExportPolicy> read(YamlSection section) throws RefusedPolicy {
        Map<String, ExportPolicy> exports = new LinkedHashMap<>();
        for (YamlSection.Value value : section.all()) {
            if (!PLATFORMS.contains(value.name())) {
                throw value.wrong(
                        "nothing is exported to \"" + value.name() + "\"" + Nearest.words(value.name(), PLATFORMS));
            }
            YamlSection each = value.section();
            exports.put(
                    value.name(),
                    new ExportPolicy(
                            PolicyValues.text(each, "sheet"),
                            PolicyValues.text(each, "assignment"),
                            PolicyValues.word(each, "grade", "final", "raw").equals("raw"),
                            PolicyValues.truth(each, "feedback", true),
                            problems(each.section("problems")),
                            scale(each.value("scale"))));
            each.refuseOthers();
        }
        return exports;
    }

    private static Map<String, List<String>> problems(YamlSection section) throws RefusedPolicy {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        for (YamlSection.Value value : section.all()) {
            List<String> checks = new ArrayList<>();
            for (YamlSection.Value member : value.members()) {
                checks.add(member.text());
            }
            problems.put(value.name(), checks);
        }
        return problems;
    }

    private static List<ExportPolicy.Scale> scale(Optional<YamlSection.Value> value) throws RefusedPolicy {
        List<ExportPolicy.Scale> scale = new ArrayList<>();
        for (YamlSection.Value member : value.isPresent() ? value.get().members() : List.<YamlSection.Value>of()) {
            YamlSection each = member.section();
            scale.add(new ExportPolicy.Scale(
                    PolicyValues.share(each.needed("from")), each.needed("is").text()));
            each.refuseOthers();
        }
        return scale;
    }
}
