package org.wiregrade.regions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wiregrade.submission.SourceProblem;

/**
 * One program of a submission: the template's file with the student's regions in it.
 *
 * @param path the file, relative to the submission
 * @param text what is compiled; the untouched template where there is a problem
 * @param regions the student's, named as the template names them; empty where there is a problem
 * @param notes sentences for the student that cost nothing, such as that given code was reordered
 * @param diff what the student changed outside the regions, as a unified diff from the template; empty where nothing was
 * @param problem why the student's file could not be used
 */
public record TransplantedSource(
        String path,
        String text,
        List<Region> regions,
        List<String> notes,
        String diff,
        Optional<SourceProblem> problem) {
    public TransplantedSource {
        regions = List.copyOf(regions);
        notes = List.copyOf(notes);
    }

    static TransplantedSource unusable(String path, String template, SourceProblem problem) {
        return new TransplantedSource(path, template, List.of(), List.of(), "", Optional.of(problem));
    }

    TransplantedSource withNotes(List<String> more) {
        return new TransplantedSource(
                path,
                text,
                regions,
                Stream.concat(notes.stream(), more.stream()).toList(),
                diff,
                problem);
    }

    /** Whether given code was changed, not merely spaced, ordered or commented otherwise. */
    public boolean changedOutside() {
        return !diff.isEmpty();
    }

    /** A region by its label, such as {@code task: chat}. */
    public Optional<Region> region(String label) {
        return regions.stream().filter(region -> region.label().equals(label)).findFirst();
    }

    /** The labels of the regions that are tasks and hold code of the student. */
    public List<String> filledTasks() {
        return regions.stream()
                .filter(region -> region.isTask() && region.filled())
                .map(Region::label)
                .toList();
    }

    /** The labels of the regions that are tasks and hold nothing but comments. */
    public List<String> emptyTasks() {
        return regions.stream()
                .filter(region -> region.isTask() && !region.filled())
                .map(Region::label)
                .toList();
    }
}
