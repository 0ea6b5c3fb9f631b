package org.wiregrade.policy;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Reads what {@code class.yml} says of one lab. */
final class LabReader {
    private static final List<String> SOURCES = List.of("list", "platform", "commit", "file");
    private static final BigFraction CENT = BigFraction.of(1, 100);

    private final String name;
    private final YamlSection lab;
    private final ZoneId zone;
    private final Catalogue catalogue;
    private final List<String> notes;

    LabReader(String name, YamlSection lab, ZoneId zone, Catalogue catalogue, List<String> notes) {
        this.name = name;
        this.lab = lab;
        this.zone = zone;
        this.catalogue = catalogue;
        this.notes = notes;
    }

    LabPolicy read() throws RefusedPolicy {
        Optional<Instant> due = PolicyValues.time(lab, "due", zone);
        Optional<YamlSection.Value> grace = lab.value("grace");
        Optional<YamlSection.Value> missing = lab.value("missing");
        var policy = new LabPolicy(
                name,
                points(lab.section("points")),
                PolicyValues.time(lab, "release", zone),
                due,
                cutoff(),
                grace.isPresent() ? PolicyValues.span(grace.get()) : Span.NONE,
                sources(),
                early(),
                LateReader.read(lab.section("late")),
                missing(missing),
                attempts(lab.section("attempts")),
                visibility(lab.section("visibility")),
                PolicyValues.time(lab, "published", zone),
                PolicyValues.choice(lab, "unknown", LabPolicy.Unknown.HOLD),
                PolicyValues.word(lab, "flagged", "hold", "ignore").equals("hold"),
                team(lab.section("team")),
                pass(),
                ExportReader.read(lab.section("export")));
        lab.refuseOthers();
        note(policy);
        return policy;
    }

    private void note(LabPolicy policy) {
        boolean timed = policy.cutoff().isPresent()
                || !policy.early().isEmpty()
                || policy.late().deduct().number().signum() > 0
                || !policy.late().steps().isEmpty();
        if (policy.due().isEmpty() && timed) {
            notes.add("lab " + name + " says what lateness costs, but not when it is due, so nothing is late");
        }
        if (!policy.points().bonus().isEmpty() && policy.points().max().isEmpty()) {
            notes.add("lab " + name + " has bonus points, but no points.max above its own sum, which bounds the grade");
        }
    }

    private LabPolicy.Points points(YamlSection points) throws RefusedPolicy {
        Optional<YamlSection.Value> outOf = points.value("out-of");
        YamlSection round = points.section("round");
        Optional<YamlSection.Value> to = round.value("to");
        var read = new LabPolicy.Points(
                outOf.isPresent() ? Optional.of(PolicyValues.positive(outOf.get(), false)) : Optional.empty(),
                byCheck(points.section("weights"), false),
                byCheck(points.section("bonus"), true),
                PolicyValues.number(points, "max"),
                PolicyValues.number(points, "min").orElse(BigFraction.ZERO),
                to.isPresent() ? PolicyValues.positive(to.get(), false) : CENT,
                RoundingMode.valueOf(PolicyValues.word(round, "mode", "half-up", "half-even", "down", "up")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')));
        round.refuseOthers();
        points.refuseOthers();
        return read;
    }

    private Map<String, BigFraction> byCheck(YamlSection section, boolean maySubtract) throws RefusedPolicy {
        Map<String, BigFraction> values = new LinkedHashMap<>();
        for (YamlSection.Value value : section.all()) {
            requireCheck(value);
            values.put(value.name(), maySubtract ? PolicyValues.number(value) : PolicyValues.positive(value, true));
        }
        return values;
    }

    private void requireCheck(YamlSection.Value value) throws RefusedPolicy {
        if (!catalogue.names(name, value.name())) {
            throw value.wrong("lab " + name + " has no check, task or prefix \"" + value.name() + "\""
                    + Nearest.words(value.name(), catalogue.namesOf(name)));
        }
    }

    private Optional<LabPolicy.Cutoff> cutoff() throws RefusedPolicy {
        Optional<YamlSection.Value> value = lab.value("cutoff");
        if (value.isEmpty() || value.get().text().equals("none")) {
            return Optional.empty();
        }
        return Optional.of(
                value.get().text().matches("\\d{4}-.*")
                        ? new LabPolicy.Cutoff(Optional.of(PolicyValues.time(value.get(), zone)), Span.NONE)
                        : new LabPolicy.Cutoff(Optional.empty(), PolicyValues.span(value.get())));
    }

    private List<String> sources() throws RefusedPolicy {
        Optional<YamlSection.Value> value = lab.value("time-from");
        if (value.isEmpty()) {
            return SOURCES;
        }
        List<String> sources = new ArrayList<>();
        for (YamlSection.Value member : value.get().members()) {
            sources.add(PolicyValues.word(member, SOURCES));
        }
        return sources;
    }

    private List<LabPolicy.Early> early() throws RefusedPolicy {
        List<LabPolicy.Early> early = new ArrayList<>();
        Optional<YamlSection.Value> value = lab.value("early");
        for (YamlSection.Value member : value.isPresent() ? value.get().members() : List.<YamlSection.Value>of()) {
            YamlSection each = member.section();
            early.add(new LabPolicy.Early(
                    PolicyValues.span(each.needed("before")), PolicyValues.share(each.needed("credit"))));
            each.refuseOthers();
        }
        return early;
    }

    private static Optional<BigFraction> missing(Optional<YamlSection.Value> value) throws RefusedPolicy {
        if (value.isEmpty()) {
            return Optional.of(BigFraction.ZERO);
        }
        return value.get().text().equals("empty") ? Optional.empty() : Optional.of(PolicyValues.number(value.get()));
    }

    private static LabPolicy.Attempts attempts(YamlSection attempts) throws RefusedPolicy {
        Optional<YamlSection.Value> over = attempts.value("over-limit");
        boolean refused = over.isPresent() && over.get().text().equals("refuse");
        var read = new LabPolicy.Attempts(
                PolicyValues.choice(attempts, "count", LabPolicy.Counting.LAST),
                PolicyValues.whole(attempts, "limit", 0),
                refused
                        ? Optional.empty()
                        : Optional.of(over.isPresent() ? PolicyValues.amount(over.get()) : Amount.NOTHING));
        attempts.refuseOthers();
        return read;
    }

    private Map<String, LabPolicy.Visibility> visibility(YamlSection section) throws RefusedPolicy {
        Map<String, LabPolicy.Visibility> values = new LinkedHashMap<>();
        for (YamlSection.Value value : section.all()) {
            if (!value.name().equals("default")) {
                requireCheck(value);
            }
            values.put(value.name(), PolicyValues.choice(value, LabPolicy.Visibility.class));
        }
        return values;
    }

    private static LabPolicy.Team team(YamlSection team) throws RefusedPolicy {
        var read = new LabPolicy.Team(
                PolicyValues.choice(team, "from", LabPolicy.Membership.NONE),
                PolicyValues.choice(team, "late-days", LabPolicy.Sharing.EACH));
        team.refuseOthers();
        return read;
    }

    private Optional<BigFraction> pass() throws RefusedPolicy {
        Optional<YamlSection.Value> value = lab.value("pass");
        return value.isPresent() ? Optional.of(PolicyValues.share(value.get())) : Optional.empty();
    }
}
