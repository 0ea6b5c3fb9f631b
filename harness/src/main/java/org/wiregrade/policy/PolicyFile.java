package org.wiregrade.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code class.yml}, with the lists that it names. */
public final class PolicyFile {
    /** The schema that this class reads. */
    public static final String SCHEMA = "wiregrade/class/v1";

    private final Path file;
    private final Catalogue catalogue;
    private final List<String> notes = new ArrayList<>();
    private ZoneId zone;

    private PolicyFile(Path file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    /**
     * The policy in a file, whose lists are found from its folder.
     *
     * @param catalogue the labs and checks that may be named
     * @throws RefusedPolicy where anything is unknown, double or of a wrong form; says the line, and what may be meant
     */
    public static ClassPolicy read(Path file, Catalogue catalogue) throws IOException {
        return new PolicyFile(file, catalogue).read();
    }

    private ClassPolicy read() throws IOException {
        YamlSection top = YamlSection.read(file);
        requireSchema(top.needed("schema"));
        YamlSection course = top.section("course");
        String name = PolicyValues.text(course, "name").orElse("");
        course.value("term");
        zone = zone(course);
        course.refuseOthers();
        Optional<String> roster = PolicyValues.text(top, "roster");
        Optional<String> handings = PolicyValues.text(top, "submissions");
        YamlSection budget = top.section("free-days");
        int freeDays = PolicyValues.whole(budget, "budget", 0);
        budget.refuseOthers();
        Map<String, LabPolicy> labs = labs(top.needed("labs").section());
        labs.values().stream()
                .filter(lab -> lab.late().freeDays() > 0 && freeDays == 0)
                .forEach(lab ->
                        notes.add("lab " + lab.name() + " has free days, but free-days.budget gives nobody any"));
        var people = new PeopleLists(file, zone, catalogue, labs.keySet());
        List<Extension> extensions = people.extensions(top.value("extensions"));
        List<GradeOverride> overrides = people.overrides(top.value("overrides"));
        top.refuseOthers();
        Roster known = roster.isPresent() ? Roster.read(file.resolveSibling(roster.get())) : Roster.NONE;
        people.requireOn(known);
        return new ClassPolicy(
                name,
                zone,
                labs,
                freeDays,
                known,
                handings.isPresent() ? people.handings(file.resolveSibling(handings.get())) : List.of(),
                extensions,
                overrides,
                notes);
    }

    private static void requireSchema(YamlSection.Value schema) throws RefusedPolicy {
        if (!schema.text().equals(SCHEMA)) {
            throw schema.wrong("the schema is " + SCHEMA + ", not " + schema.text());
        }
    }

    private ZoneId zone(YamlSection course) throws RefusedPolicy {
        Optional<YamlSection.Value> value = course.value("timezone");
        if (value.isEmpty()) {
            ZoneId here = ZoneId.systemDefault();
            notes.add("no course.timezone is given; times without an offset are taken as of " + here
                    + ", which is this machine's");
            return here;
        }
        try {
            return ZoneId.of(value.get().text());
        } catch (DateTimeException e) {
            throw value.get()
                    .wrong("there is no time zone \"" + value.get().text() + "\""
                            + Nearest.words(value.get().text(), ZoneId.getAvailableZoneIds()));
        }
    }

    private Map<String, LabPolicy> labs(YamlSection section) throws RefusedPolicy {
        Map<String, LabPolicy> labs = new LinkedHashMap<>();
        for (YamlSection.Value lab : section.all()) {
            if (!catalogue.hasLab(lab.name())) {
                throw lab.wrong("there is no lab \"" + lab.name() + "\""
                        + Nearest.words(lab.name(), catalogue.labs().keySet()));
            }
            labs.put(lab.name(), new LabReader(lab.name(), lab.section(), zone, catalogue, notes).read());
        }
        if (labs.isEmpty()) {
            throw section.wrong("no lab is named");
        }
        return labs;
    }
}
