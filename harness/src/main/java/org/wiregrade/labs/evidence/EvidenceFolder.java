package org.wiregrade.labs.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.CheckFailure;

/** A submission's proof of work, in {@code evidence/} or wherever a student put it. */
public record EvidenceFolder(Submission submission) {
    private static final int DEPTH = 3;
    private static final int NAMES_SHOWN = 8;

    /**
     * A file by its name.
     *
     * @throws CheckFailure where there is none, naming the file that comes closest
     */
    public Path require(String name) throws IOException {
        Optional<Path> file = submission.find(name);
        if (file.isPresent()) {
            return file.get();
        }
        throw new CheckFailure(
                name + " in the folder evidence/",
                "there is no such file" + nearest(name),
                "The file's name has to be exactly " + name + "; file managers may hide the last part of a name.");
    }

    private String nearest(String name) throws IOException {
        String wanted = letters(name);
        List<String> names = names();
        for (String other : names) {
            if (letters(other).equals(wanted)) {
                return ", but there is " + other;
            }
        }
        if (names.isEmpty()) {
            return ", and no other one in evidence/";
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return "; evidence/ holds " + shown + (names.size() > NAMES_SHOWN ? ", …" : "");
    }

    /** The files that may have been meant: those in {@code evidence/}, and text files and captures near. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(submission.folder(), DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("evidence")
                            || file.toString().matches("(?i).*\\.(?:txt|log|md|pcap\\w*|cap)"))
                    .map(Quote::name)
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** A name without its extensions, capitals and separators, which is what people mistype. */
    private static String letters(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        return base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
