package org.wiregrade.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wiregrade.intake.Platforms.Label;
import org.wiregrade.submission.Clutter;

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
        List<Path> entries = all(folder, false);
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

    /** What is in the folder of a class, where a hidden name may be a student's. */
    private static List<Path> all(Path folder, boolean ofSystem) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Clutter.isOfSystem(entry.getFileName()) == ofSystem)
                    .sorted()
                    .toList();
        }
    }

    /** Collects the files of each student, and then decides which of them count. */
    private static final class Reading {
        /** By what was handed in: a name as it is, or what a platform calls the student. */
        private final Map<String, StudentFiles> students = new TreeMap<>();

        private final Set<String> onlyRemarks = new TreeSet<>();
        private final List<String> notes = new ArrayList<>();

        void read(Path folder) throws IOException {
            Path metadata = folder.resolve(Gradescope.FILE);
            Map<String, String> submitters = Files.isRegularFile(metadata) ? Gradescope.submitters(metadata) : Map.of();
            List<Path> entries = all(folder, false);
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
                    String student = submitters.get(name) + "_" + name.replace("submission_", "");
                    student(new Names.Given(student, student), name).add(entry, "");
                } else if (couldBeSubmission(entry)) {
                    String plain = HandedIn.isFolder(entry) ? name : ArchiveKind.stem(name);
                    student(new Names.Given(plain, name), "").add(entry, "");
                } else {
                    notes.add(EntryName.shown(name) + " was left out: it is neither a folder nor an archive.");
                }
            }
            String systems = all(folder, true).stream()
                    .map(entry -> EntryName.shown(entry.getFileName().toString()))
                    .collect(Collectors.joining(", "));
            if (!systems.isEmpty()) {
                notes.add("Left out, since systems and tools give such names: " + systems + ".");
            }
        }

        private static Optional<Label> label(Path entry) {
            return Platforms.read(entry.getFileName().toString(), HandedIn.isFolder(entry));
        }

        private void read(Path entry, Label label, String lab) throws IOException {
            String student = Normalizer.normalize(label.student().substring(lab.length()), Normalizer.Form.NFC);
            if (label.isRemark()) {
                onlyRemarks.add(student);
            } else {
                student(new Names.Given(student, student), label.id()).add(entry, label.attempt());
            }
        }

        private StudentFiles student(Names.Given given, String id) {
            return students.computeIfAbsent(given.whole(), key -> new StudentFiles(given, id));
        }

        Intake result() {
            List<StudentFiles> all = List.copyOf(students.values());
            List<String> names = Names.of(all.stream().map(StudentFiles::given).toList());
            List<HandedIn> handedIn = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Names.Given given = all.get(i).given();
                onlyRemarks.remove(given.whole());
                handedIn.add(all.get(i).choose(names.get(i), notes));
                if (!names.get(i).equals(Names.safe(given.plain()))) {
                    notes.add(EntryName.shown(given.whole()) + " is called " + names.get(i)
                            + " here, since its name comes too near another's.");
                } else if (given.whole().startsWith(".")) {
                    notes.add(EntryName.shown(given.whole()) + " is hidden; it is graded, as " + names.get(i) + ".");
                }
            }
            onlyRemarks.forEach(name ->
                    notes.add(EntryName.shown(Names.safe(name)) + " was left out: there is text, but no file."));
            handedIn.sort(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)));
            return new Intake(handedIn, notes);
        }
    }
}
