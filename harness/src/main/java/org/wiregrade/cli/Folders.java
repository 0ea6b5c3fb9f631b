package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a user names. */
final class Folders {
    private Folders() {}

    /** The folder itself; a sentence for the user where there is none. */
    static Path existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(Files.exists(folder) ? folder + " is not a folder" : "there is no folder " + folder);
        }
        return folder;
    }
}
