package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.results.ResultJson;

/**
 * A file for each who handed in, in a folder.
 *
 * @param name the file's, with {@code %s} for who it is
 */
record FilePerStudent(String name, Content content) implements Exporter {
    /** What a file holds. */
    interface Content {
        /** The text; empty where there is to be no file, which takes one of an earlier export away. */
        Optional<String> of(Entry entry, ExportPolicy policy) throws IOException;
    }

    @Override
    public Outcome write(Request request) throws IOException {
        for (Entry entry : request.entries()) {
            if (entry.result().isPresent()) {
                write(request.target(), entry, content.of(entry, request.policy()));
            }
        }
        return Outcome.DONE;
    }

    void write(Path folder, Entry entry, Optional<String> text) throws IOException {
        Path file = folder.resolve(name.formatted(fileName(entry.who())));
        if (text.isPresent()) {
            ResultJson.writeWhole(file, text.get());
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** A roster may call people as it likes, but not by a way to another folder. */
    private static String fileName(String who) {
        if (who.startsWith(".") || who.contains("/") || who.contains("\\") || who.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("\"" + who + "\" cannot be the name of a file; change it on the roster");
        }
        return who;
    }
}
