package org.wiregrade.regions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.SourceText;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.submission.Unusable;

/** A submission's regions in a pristine template: the only code of a student that is ever run. */
public final class Transplant {
    private final List<TransplantedSource> sources;

    private Transplant(List<TransplantedSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Moves the regions of the named sources; what is wrong with a source is told by that source. */
    public static Transplant of(Template template, Submission submission, List<String> studentSources)
            throws IOException {
        List<TransplantedSource> sources = new ArrayList<>();
        for (String path : studentSources) {
            String pristine = template.text(path);
            try {
                TransplantedSource source = transplant(path, pristine, read(path, submission));
                sources.add(source.withNotes(strangers(path, template, submission)));
            } catch (Unusable e) {
                sources.add(TransplantedSource.unusable(path, pristine, e.problem()));
            }
        }
        return new Transplant(sources);
    }

    /** The student's programs, in the order asked for. */
    public List<TransplantedSource> sources() {
        return sources;
    }

    /**
     * One of the student's programs.
     *
     * @throws IllegalArgumentException if the source was not asked for
     */
    public TransplantedSource source(String path) {
        return sources.stream()
                .filter(source -> source.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " is not a source of this lab"));
    }

    /** A sentence for each file beside a source that the template does not have. */
    private static List<String> strangers(String path, Template template, Submission submission) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return submission.sources().stream()
                .filter(other -> other.startsWith(folder) && !template.paths().contains(other))
                .map(other -> other + " is not in the template and is never compiled; what a program needs of it goes "
                        + "into the program's region (fields and helper methods).")
                .toList();
    }

    private static String read(String path, Submission submission) throws Unusable, IOException {
        Optional<Path> file = submission.file(path);
        if (file.isEmpty()) {
            throw new Unusable(new SourceProblem(
                    path,
                    0,
                    "the file is missing",
                    "Hand it in at this place, with this name, even where you changed nothing in it."));
        }
        return SourceText.read(path, file.get());
    }

    private static TransplantedSource transplant(String path, String pristine, String theirs) throws Unusable {
        Regions template = Regions.of(path, pristine);
        Regions student = Regions.of(path, theirs);
        List<String> notes = new ArrayList<>();
        List<Integer> order = RegionMatch.of(template, student, notes);
        List<Region> regions = new ArrayList<>(template.regions());
        Map<Integer, String> code = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Region region = student.regions().get(i);
            requireWhole(path, region);
            Region named = new Region(template.regions().get(order.get(i)).label(), region.line(), region.text());
            regions.set(order.get(i), named);
            code.put(order.get(i), region.text());
        }
        OutsideChange change = compare(template, student, order);
        if (change.reordered()) {
            notes.add("Code that was given stands in another order than in the template. This costs nothing.");
        }
        carryImports(change.imports(), regions, code, notes);
        return new TransplantedSource(
                path, template.withRegions(code), regions, notes, change.diff(), Optional.empty());
    }

    private static void requireWhole(String path, Region region) throws Unusable {
        Optional<Brackets.Fault> fault = Brackets.faultIn(region.text());
        if (fault.isPresent()) {
            throw new Unusable(new SourceProblem(
                    path,
                    region.line() + fault.get().line(),
                    "in the student region " + region.name() + ", "
                            + fault.get().what(),
                    "Whatever a region opens it must close itself; check that both marker lines stand where the "
                            + "template has them."));
        }
    }

    private static OutsideChange compare(Regions template, Regions student, List<Integer> order) throws Unusable {
        try {
            return OutsideChange.between(template, student, order);
        } catch (JavaTokens.Unfinished e) {
            throw new Unusable(new SourceProblem(
                    student.path(),
                    0,
                    e.what() + " outside the regions is not closed",
                    "Take the given code from the template again and move your regions there."));
        }
    }

    /** Imports that an editor put among the given ones go to the region for imports. */
    private static void carryImports(
            List<String> imports, List<Region> regions, Map<Integer, String> code, List<String> notes) {
        for (int i = 0; i < regions.size() && !imports.isEmpty(); i++) {
            if (regions.get(i).label().equals("imports")) {
                code.put(i, String.join("\n", imports) + "\n" + code.get(i));
                notes.add("These imports stand outside the region (imports) and were taken along: "
                        + String.join(" ", imports));
                return;
            }
        }
    }
}
