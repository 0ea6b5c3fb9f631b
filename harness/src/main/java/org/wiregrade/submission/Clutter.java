package org.wiregrade.submission;

import java.nio.file.Path;
import java.util.Set;

/** What systems, editors and builds leave behind beside a student's own files. */
final class Clutter {
    private static final Set<String> NAMES = Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "target", "node_modules");

    private Clutter() {}

    /** Whether a path, relative to a submission, is or lies in something that the student did not write. */
    static boolean has(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$") || name.endsWith("~") || NAMES.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
