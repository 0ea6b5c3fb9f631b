package org.wiregrade.labs.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wiregrade.testbed.CheckFailure;

/** The folder that holds a student's proof of work, wherever in the submission the files lie. */
public record EvidenceFolder(Path root) {
    /** {@code evidence/} of a folder that an archive has around it. */
    private static final int DEPTH = 3;

    private static final int NAMES_SHOWN = 8;

    /**
     * Finds a file by its name: in {@code evidence/}, beside it, or one folder deeper; links are not followed.
     *
     * @throws CheckFailure where there is none, naming the file that comes closest
     */
    public Path require(String name) throws IOException {
        List<Path> files = files();
        for (Path file : files) {
            if (file.getFileName().toString().equals(name)) {
                return file;
            }
        }
        throw new CheckFailure(
                name + " in the folder evidence/",
                nearMiss(name, files),
                "The file's name has to be exactly " + name + "; file managers may hide the last part of a name.");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(root, DEPTH)) {
            return below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isTheStudents(root.relativize(file)))
                    .sorted(Comparator.comparing((Path file) -> !isInEvidence(file))
                            .thenComparing(Path::getNameCount)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isTheStudents(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__MACOSX") || name.equals("target")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInEvidence(Path file) {
        Path parent = file.getParent();
        return parent != null
                && parent.getFileName() != null
                && parent.getFileName().toString().equals("evidence");
    }

    private String nearMiss(String name, List<Path> files) {
        String wanted = plain(name);
        for (Path file : files) {
            if (plain(file.getFileName().toString()).startsWith(wanted)) {
                return "there is no such file, but there is " + Quote.name(file);
            }
        }
        List<String> names = files.stream()
                .filter(EvidenceFolder::isInEvidence)
                .map(Quote::name)
                .toList();
        if (names.isEmpty()) {
            return "there is no such file, and no other one in evidence/";
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return "there is no such file; evidence/ holds " + shown + (names.size() > NAMES_SHOWN ? ", …" : "");
    }

    /** A name without its extension, capitals and separators, which is what people mistype. */
    private static String plain(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        return base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
