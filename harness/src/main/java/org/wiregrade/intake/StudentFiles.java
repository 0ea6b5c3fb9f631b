package org.wiregrade.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one student, of which the latest attempt counts. */
final class StudentFiles {
    private final Names.Given given;
    private final String id;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Attempt> loose = new ArrayList<>();

    StudentFiles(Names.Given given, String id) {
        this.given = given;
        this.id = id;
    }

    /** What its name is made from. */
    Names.Given given() {
        return given;
    }

    void add(Path entry, String attempt) throws IOException {
        if (HandedIn.isFolder(entry)) {
            addFolder(entry, attempt);
        } else if (isArchive(entry)) {
            attempts.add(Attempt.of(entry, attempt));
        } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            loose.add(Attempt.of(entry, attempt));
        }
    }

    /** A platform's folder of one student may hold the archives that the student uploaded. */
    private void addFolder(Path folder, String attempt) throws IOException {
        List<Path> content = Intake.entries(folder);
        boolean whole = content.stream()
                .anyMatch(entry -> HandedIn.isFolder(entry) || entry.toString().endsWith(".java"));
        List<Path> archives = new ArrayList<>();
        for (Path entry : content) {
            if (!whole && isArchive(entry)) {
                archives.add(entry);
            }
        }
        if (archives.isEmpty()) {
            attempts.add(Attempt.of(folder, attempt));
            return;
        }
        for (Path archive : archives) {
            attempts.add(Attempt.of(archive, attempt));
        }
        for (Path entry : content) {
            if (!archives.contains(entry) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                loose.add(Attempt.of(entry, attempt));
            }
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && (ArchiveKind.isNamedLikeOne(file.getFileName().toString())
                        || ArchiveKind.of(file) != ArchiveKind.NONE);
    }

    /** What counts, under a name. */
    HandedIn choose(String name, List<String> notes) {
        attempts.sort(Attempt.EARLIEST_FIRST);
        if (attempts.isEmpty()) {
            return new HandedIn(name, id, Optional.empty(), latestFirst());
        }
        Attempt latest = attempts.get(attempts.size() - 1);
        if (attempts.size() > 1) {
            notes.add(name + ": of " + attempts.size() + " attempts the latest was taken, " + latest.words() + ".");
        }
        return new HandedIn(name, id, Optional.of(latest.path()), latestFirst());
    }

    private List<Path> latestFirst() {
        return loose.stream()
                .sorted(Attempt.EARLIEST_FIRST.reversed())
                .map(Attempt::path)
                .toList();
    }
}
