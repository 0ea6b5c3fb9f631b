package org.wiregrade.intake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wiregrade.submission.Clutter;
import org.wiregrade.submission.ContentHash;
import org.wiregrade.submission.Submission;

/**
 * What one student handed in, not opened yet.
 *
 * @param name what reports and result folders call it: unlike any other of the class, and harmless as a file's name
 * @param id the learning platform's own number of the student or submission; empty where there is none
 * @param main the folder or the archive; empty where there are only loose files
 * @param loose single files that belong to it; of two of one name the first counts
 */
public record HandedIn(String name, String id, Optional<Path> main, List<Path> loose) {
    public HandedIn {
        loose = List.copyOf(loose);
    }

    /**
     * Opens it: a folder stays where it is, all else goes below {@code work}, which the caller removes.
     *
     * @throws IOException where the machine fails, not the student
     */
    public Opened open(Path work) throws IOException {
        Path folder = Files.createDirectories(work);
        if (main.isPresent() && isFolder(main.get())) {
            folder = main.get();
            if (isEmpty(folder)) {
                return new Opened.Rejected(name, "The submission is empty: there are no files in it.");
            }
        } else if (main.isPresent()) {
            try {
                Unpacking.unpack(main.get(), work);
            } catch (RefusedArchive e) {
                String file = EntryName.shown(
                        Platforms.originalName(main.get().getFileName().toString()));
                return new Opened.Rejected(name, "The archive " + file + " cannot be used: " + e.getMessage() + ".");
            }
        }
        Path root = Submission.in(folder).folder();
        for (Path file : loose) {
            try {
                Files.copy(
                        file,
                        root.resolve(Platforms.originalName(file.getFileName().toString())));
            } catch (FileAlreadyExistsException e) {
                // The archive or a later attempt has a file of this name too, and that counts.
            }
        }
        return new Opened.Ready(new Submission(name, root));
    }

    /** A hash of all of it as it lies there. */
    public String contentHash() throws IOException {
        return ContentHash.of(Stream.concat(main.stream(), loose.stream()).toList());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.allMatch(entry -> Clutter.has(entry.getFileName()));
        }
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
