package org.wiregrade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiregrade.submission.Platforms.Label;

/**
 * What a class handed in: a folder of folders and archives, or a learning platform's export of them.
 *
 * @param handedIn one for each student, by name
 * @param notes sentences for the instructor: which attempt was taken where there are several, and what was left out
 */
public record Intake(List<HandedIn> handedIn, List<String> notes) {
    public Intake {
        handedIn = List.copyOf(handedIn);
        notes = List.copyOf(notes);
    }

    /**
     * Looks at what an instructor names, without opening any submission.
     *
     * @param given a folder, or a platform's export as the archive that it is, which is unpacked below {@code work}
     * @throws IOException where there is nothing that could be a submission
     */
    public static Intake of(Path given, Path work) throws IOException {
        Path folder = given;
        if (Files.isRegularFile(given)) {
            try {
                folder = work.resolve("export");
                Unpacking.unpackClass(given, folder);
            } catch (RefusedArchive e) {
                throw new IOException(given + " cannot be used: " + e.getMessage(), e);
            }
        } else if (!Files.isDirectory(given)) {
            throw new IOException("there is no folder " + given);
        }
        var reading = new Reading();
        reading.read(classFolder(folder));
        Intake intake = reading.result();
        if (intake.handedIn.isEmpty()) {
            throw new IOException("there are no submissions in " + given);
        }
        return intake;
    }

    /** Exports and checkouts often have one folder around all: it is not a submission if what it holds could be. */
    private static Path classFolder(Path folder) throws IOException {
        List<Path> entries = entries(folder);
        if (entries.size() != 1 || !HandedIn.isFolder(entries.get(0)) || isOfPlatform(entries.get(0))) {
            return folder;
        }
        List<Path> inner = entries(entries.get(0));
        boolean exported = inner.stream().anyMatch(entry -> entry.endsWith(Gradescope.FILE));
        boolean students = inner.size() > 1 && inner.stream().allMatch(Intake::couldBeSubmission);
        return exported || students ? entries.get(0) : folder;
    }

    private static boolean isOfPlatform(Path folder) {
        return Platforms.read(folder.getFileName().toString(), true).isPresent();
    }

    private static boolean couldBeSubmission(Path entry) {
        String name = entry.getFileName().toString();
        if (HandedIn.isFolder(entry)) {
            return !isPart(name);
        }
        return ArchiveKind.isNamedLikeOne(name);
    }

    private static boolean isPart(String name) {
        return name.equals("src") || name.equalsIgnoreCase("evidence");
    }

    static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> !Clutter.has(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Collects the files of each student, and then decides which of them count. */
    private static final class Reading {
        private final Map<String, StudentFiles> students = new TreeMap<>();
        private final Set<String> onlyRemarks = new TreeSet<>();
        private final List<String> notes = new ArrayList<>();

        void read(Path folder) throws IOException {
            Path metadata = folder.resolve(Gradescope.FILE);
            Map<String, String> submitters = Files.isRegularFile(metadata) ? Gradescope.submitters(metadata) : Map.of();
            List<Path> entries = entries(folder);
            String lab = Platforms.labIn(
                    entries.stream().flatMap(entry -> label(entry).stream()).toList());
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                Optional<Label> label = label(entry);
                if (entry.equals(metadata)) {
                    continue;
                }
                if (label.isPresent()) {
                    read(entry, label.get(), label.get().lab() ? lab : "");
                } else if (submitters.containsKey(name)) {
                    student(submitters.get(name) + "_" + name.replace("submission_", ""), name)
                            .add(entry, "");
                } else if (couldBeSubmission(entry)) {
                    student(HandedIn.isFolder(entry) ? name : ArchiveKind.stem(name), "")
                            .add(entry, "");
                } else {
                    notes.add(EntryName.shown(name) + " was left out: it is neither a folder nor an archive.");
                }
            }
        }

        private static Optional<Label> label(Path entry) {
            return Platforms.read(entry.getFileName().toString(), HandedIn.isFolder(entry));
        }

        private void read(Path entry, Label label, String lab) throws IOException {
            String student = label.student().substring(lab.length());
            if (label.isRemark()) {
                onlyRemarks.add(safe(student));
            } else {
                student(student, label.id()).add(entry, label.attempt());
            }
        }

        private StudentFiles student(String name, String id) {
            String safe = safe(name);
            return students.computeIfAbsent(safe.toLowerCase(Locale.ROOT), key -> new StudentFiles(safe, id));
        }

        Intake result() throws IOException {
            List<HandedIn> all = new ArrayList<>();
            for (StudentFiles student : students.values()) {
                all.add(student.choose(notes));
            }
            all.forEach(student -> onlyRemarks.remove(student.name()));
            onlyRemarks.forEach(name -> notes.add(name + " was left out: there is text, but no file."));
            return new Intake(all, notes);
        }

        /** Letters of any script and a few signs: what is harmless in a path, a table and a terminal. */
        private static String safe(String name) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N} ._@+()-]", "_")
                    .strip();
            String visible = plain.replaceFirst("^\\.+", "_");
            String whole = visible.isEmpty() ? "submission" : visible;
            return whole.length() <= 100 ? whole : whole.substring(0, 100);
        }
    }
}
