package org.wiregrade.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lists of extensions, overrides and times, which stand in {@code class.yml} or in a CSV file beside it. */
final class PeopleLists {
    private static final Set<String> EXTENSION = Set.of("who", "lab", "by", "due", "until", "free-days", "reason");
    private static final Set<String> OVERRIDE =
            Set.of("who", "lab", "check", "points", "total", "add", "excused", "reason", "by", "at");
    private static final Set<String> HANDING = Set.of("who", "lab", "submitted", "from", "submission");
    private static final List<String> SOURCES = List.of("platform", "commit", "file", "list");

    private final Path policy;
    private final ZoneId zone;
    private final Catalogue catalogue;
    private final Set<String> labs;
    private final List<Named> named = new ArrayList<>();

    /** A person, section or team that a list names. */
    private record Named(String who, CsvList.Row row) {}

    PeopleLists(Path policy, ZoneId zone, Catalogue catalogue, Set<String> labs) {
        this.policy = policy;
        this.zone = zone;
        this.catalogue = catalogue;
        this.labs = labs;
    }

    /** Refuses names that are not on a roster. */
    void requireOn(Roster roster) throws RefusedPolicy {
        List<String> known = roster.names();
        for (Named each : named) {
            boolean group = each.who().startsWith("@") || each.who().startsWith("+");
            if (roster.isEmpty() && group) {
                throw each.row()
                        .wrong("\"" + each.who() + "\" is a section or a team, and there is no roster that says whose");
            }
            if (!roster.isEmpty() && !known.contains(each.who())) {
                throw each.row().wrong("the roster has no \"" + each.who() + "\"" + Nearest.words(each.who(), known));
            }
        }
    }

    List<Extension> extensions(Optional<YamlSection.Value> list) throws IOException {
        List<Extension> extensions = new ArrayList<>();
        for (CsvList.Row row : rows(list, EXTENSION)) {
            Optional<String> by = row.get("by");
            Optional<String> due = row.get("due");
            if (by.isPresent() == due.isPresent()) {
                throw row.wrong("an extension has either \"by\" or \"due\"");
            }
            List<String> who = Arrays.stream(row.needed("who").split(";"))
                    .map(String::strip)
                    .toList();
            who.forEach(each -> named.add(new Named(each, row)));
            extensions.add(new Extension(
                    who,
                    lab(row),
                    by.isPresent() ? Optional.of(span(row, by.get())) : Optional.empty(),
                    row.time("due", zone),
                    row.time("until", zone),
                    freeDays(row),
                    row.needed("reason"),
                    row.place()));
        }
        return extensions;
    }

    List<GradeOverride> overrides(Optional<YamlSection.Value> list) throws IOException {
        List<GradeOverride> overrides = new ArrayList<>();
        for (CsvList.Row row : rows(list, OVERRIDE)) {
            Optional<String> check = row.get("check");
            boolean excused = row.get("excused").orElse("false").equals("true");
            requireOneThing(row, excused);
            row.needed("lab");
            String lab = lab(row).orElseThrow();
            requireCheck(row, lab);
            named.add(new Named(row.needed("who"), row));
            row.needed("at");
            overrides.add(new GradeOverride(
                    row.needed("who"),
                    lab,
                    check,
                    row.number("points"),
                    row.number("total"),
                    row.number("add"),
                    excused,
                    row.needed("reason"),
                    row.needed("by"),
                    row.time("at", zone).orElseThrow(),
                    row.place()));
        }
        return overrides;
    }

    private static void requireOneThing(CsvList.Row row, boolean excused) throws RefusedPolicy {
        int says = (row.get("points").isPresent() ? 1 : 0)
                + (row.get("total").isPresent() ? 1 : 0)
                + (row.get("add").isPresent() ? 1 : 0)
                + (excused ? 1 : 0);
        if (says != 1) {
            throw row.wrong("an override has one of \"check\" with \"points\", \"total\", \"add\", \"excused: true\"");
        }
        if (row.get("check").isPresent() != row.get("points").isPresent()) {
            throw row.wrong("\"check\" and \"points\" go together");
        }
    }

    private void requireCheck(CsvList.Row row, String lab) throws RefusedPolicy {
        Optional<String> check = row.get("check");
        if (check.isPresent()
                && catalogue.labs().containsKey(lab)
                && !catalogue.labs().get(lab).containsKey(check.get())) {
            throw row.wrong("lab " + lab + " has no check \"" + check.get() + "\""
                    + Nearest.words(check.get(), catalogue.labs().get(lab).keySet()));
        }
    }

    List<Handing> handings(Path file) throws IOException {
        List<Handing> handings = new ArrayList<>();
        for (CsvList.Row row : CsvList.read(file, HANDING)) {
            String from = row.get("from").orElse("list");
            if (!SOURCES.contains(from)) {
                throw row.wrong("\"from\" is one of " + String.join(", ", SOURCES) + ", not \"" + from + "\"");
            }
            row.needed("submitted");
            if (labs.size() > 1) {
                row.needed("lab");
            }
            handings.add(new Handing(
                    row.needed("who"),
                    lab(row).orElse(""),
                    row.time("submitted", zone).orElseThrow(),
                    from,
                    row.get("submission").orElse("")));
        }
        return handings;
    }

    private List<CsvList.Row> rows(Optional<YamlSection.Value> list, Set<String> columns) throws IOException {
        if (list.isEmpty()) {
            return List.of();
        }
        if (list.get().isPlain()) {
            return CsvList.read(policy.resolveSibling(list.get().text()), columns);
        }
        List<CsvList.Row> rows = new ArrayList<>();
        for (YamlSection.Value member : list.get().members()) {
            YamlSection section = member.section();
            Map<String, String> cells = new HashMap<>();
            for (String column : columns) {
                Optional<YamlSection.Value> value = section.value(column);
                if (value.isPresent()) {
                    cells.put(column, joined(value.get()));
                }
            }
            section.refuseOthers();
            rows.add(new CsvList.Row(policy.toString(), member.line(), cells));
        }
        return rows;
    }

    private static String joined(YamlSection.Value value) throws RefusedPolicy {
        if (!value.name().equals("who")) {
            return value.text();
        }
        List<String> members = new ArrayList<>();
        for (YamlSection.Value member : value.members()) {
            members.add(member.text());
        }
        return String.join(";", members);
    }

    private Optional<String> lab(CsvList.Row row) throws RefusedPolicy {
        Optional<String> lab = row.get("lab");
        if (lab.isPresent() && !labs.contains(lab.get())) {
            throw row.wrong("there is no lab \"" + lab.get() + "\" here" + Nearest.words(lab.get(), labs));
        }
        return lab;
    }

    private static Optional<Integer> freeDays(CsvList.Row row) throws RefusedPolicy {
        Optional<String> text = row.get("free-days");
        if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
            throw row.wrong("free-days is a whole number from 0, not \"" + text.get() + "\"");
        }
        return text.map(Integer::parseInt);
    }

    private static Span span(CsvList.Row row, String text) throws RefusedPolicy {
        try {
            return Span.parse(text);
        } catch (IllegalArgumentException e) {
            throw row.wrong("\"by\" is a time such as 48h or 2d, not \"" + text + "\"");
        }
    }
}
