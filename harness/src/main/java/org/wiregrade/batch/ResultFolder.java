package org.wiregrade.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.GradesCsv;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.results.Seal;

/**
 * What a batch writes: a folder a submission, and the grades of all.
 *
 * <p>A submission's {@code result.json} is written last and whole, so it is there exactly when the submission is graded.
 */
public final class ResultFolder {
    private static final String SUBMISSIONS = "submissions";
    static final String RESULT = "result.json";
    private static final String PAGE = "feedback.html";

    /** The names, a line each, of those whose results a canary has not proved yet; absent where there are none. */
    private static final String UNPROVED = "unproved.txt";

    private final Path folder;
    private final Optional<Seal> seal;
    private final Belief belief;

    /** A folder whose results are signed and verified where there is a seal. */
    public ResultFolder(Path folder, Optional<Seal> seal) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.seal = seal;
        this.belief = new Belief(seal);
    }

    private Path of(String submission) {
        return folder.resolve(SUBMISSIONS).resolve(submission);
    }

    /** The folder of a submission, without the result of an earlier run. */
    Path fresh(String submission) throws IOException {
        Path place = Files.createDirectories(of(submission));
        Files.deleteIfExists(place.resolve(RESULT));
        return place;
    }

    /** The result that an earlier run left for a submission; empty where there is none that can be read and trusted. */
    Optional<Result> known(String submission) {
        Path file = of(submission).resolve(RESULT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResultJson.read(file)).filter(belief::isTrusted);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The seed of the results that earlier runs left; empty where there are none. */
    public OptionalLong seed() throws IOException {
        if (!Files.isDirectory(folder.resolve(SUBMISSIONS))) {
            return OptionalLong.empty();
        }
        return submissions(folder).stream()
                .flatMap(place -> known(place.getFileName().toString()).stream())
                .filter(result -> result.seed() != null)
                .mapToLong(Result::seed)
                .findFirst();
    }

    /** Writes a submission's page and result. */
    void write(Result result) throws IOException {
        Result signed = seal.isPresent() ? seal.get().sign(result) : result;
        Path place = Files.createDirectories(of(result.submission()));
        ResultJson.writeWhole(place.resolve(PAGE), Feedback.html(signed));
        ResultJson.write(signed, place.resolve(RESULT));
    }

    Path path() {
        return folder;
    }

    /** All results that are here, by name; one that cannot be read or trusted is an {@link IOException} that names it. */
    public List<Result> results() throws IOException {
        return results(submissions(folder));
    }

    private List<Result> results(Collection<Path> places) throws IOException {
        try {
            return places.parallelStream().map(this::verifiedOrThrown).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Result verifiedOrThrown(Path place) {
        try {
            return belief.verified(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a submission's page, where it is another than the one that is there. */
    void writePage(String submission, String page) throws IOException {
        Path file = of(submission).resolve(PAGE);
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(page)) {
            ResultJson.writeWhole(file, page);
        }
    }

    /** Writes a file that is about all submissions. */
    void writeText(String name, String text) throws IOException {
        ResultJson.writeWhole(folder.resolve(name), text);
    }

    /** Takes a submission's result and page back, so that it is graded again. */
    void withdraw(String submission) throws IOException {
        Files.deleteIfExists(of(submission).resolve(RESULT));
        Files.deleteIfExists(of(submission).resolve(PAGE));
    }

    /** The submissions whose results nothing has proved, since a run was ended before a canary was good. */
    public Set<String> unproved() throws IOException {
        Path file = folder.resolve(UNPROVED);
        return Files.isRegularFile(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    }

    /** Remembers whose results are not proved, also when this process is ended. */
    void writeUnproved(Set<String> names) throws IOException {
        if (names.isEmpty()) {
            Files.deleteIfExists(folder.resolve(UNPROVED));
        } else {
            ResultJson.writeWhole(folder.resolve(UNPROVED), String.join("\n", names) + "\n");
        }
    }

    /**
     * Takes over all results of another folder, with what lies beside them.
     *
     * <p>A result that cannot be read or trusted, or of a submission that is here already with another result, is an
     * {@link IOException}.
     */
    public void takeOver(Path other) throws IOException {
        Set<String> unproved = unproved();
        for (Path theirs : submissions(other)) {
            unproved.remove(theirs.getFileName().toString());
        }
        unproved.addAll(new ResultFolder(other, seal).unproved());
        writeUnproved(unproved);
        for (Path theirs : submissions(other)) {
            String name = theirs.getFileName().toString();
            Result result = belief.verified(theirs);
            Optional<Result> ours = known(name);
            if (ours.isPresent() && !ours.get().equals(result)) {
                throw new IOException(name + " has two different results; one of them is in " + other);
            }
            Path place = Files.createDirectories(of(name));
            try (Stream<Path> files = Files.list(theirs)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (seal.isPresent()) {
                // Only the result is signed; a page that was changed beside it must not be handed on.
                writePage(name, Feedback.html(result));
            }
        }
    }

    /** Writes the grades of all results that are here, and returns them by name. */
    public List<Grade> summarize() throws IOException {
        return summarizeAt(submissions(folder));
    }

    /** Writes {@code grades.csv} from the results of some submissions as they are on the disk; returns the grades by name. */
    List<Grade> summarize(Collection<String> names) throws IOException {
        return summarizeAt(names.stream().sorted().map(this::of).toList());
    }

    private List<Grade> summarizeAt(List<Path> places) throws IOException {
        List<Result> all = results(places);
        Map<String, List<Flag>> copies = Copies.in(all);
        List<Grade> grades = all.stream()
                .map(result -> Grade.of(result).with(copies.getOrDefault(result.submission(), List.of())))
                .toList();
        ResultJson.writeWhole(folder.resolve("grades.csv"), GradesCsv.of(grades));
        return grades;
    }

    private static List<Path> submissions(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve(SUBMISSIONS))) {
            throw new IOException(folder + " has no results; grade --out and merge --out write such a folder");
        }
        try (Stream<Path> places = Files.list(folder.resolve(SUBMISSIONS))) {
            return places.filter(place -> Files.isRegularFile(place.resolve(RESULT)))
                    .sorted()
                    .toList();
        }
    }
}
