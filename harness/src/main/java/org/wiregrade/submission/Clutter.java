package org.wiregrade.submission;

import java.nio.file.Path;
import java.util.Set;

/** What systems, editors and builds leave behind beside a student's own files. */
public final class Clutter {
    private static final Set<String> NAMES = Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "target", "node_modules");

    /** Hidden names that a system, a tool or a platform gives; another hidden name may be a student's. */
    private static final Set<String> HIDDEN = Set.of(
            ".DS_Store",
            ".localized",
            ".Spotlight-V100",
            ".TemporaryItems",
            ".Trashes",
            ".fseventsd",
            ".directory",
            ".thumbnails",
            ".git",
            ".gitattributes",
            ".gitignore",
            ".gitkeep",
            ".gitmodules",
            ".github",
            ".gitlab",
            ".gitlab-ci.yml",
            ".hg",
            ".svn",
            ".idea",
            ".vscode",
            ".settings",
            ".classpath",
            ".project",
            ".editorconfig",
            ".mvn",
            ".gradle",
            ".venv",
            ".cache",
            ".m2");

    private static final Set<String> HIDDEN_STARTS = Set.of("._", ".Trash-", ".nfs", ".fuse_hidden", ".~lock.");

    private Clutter() {}

    /** Whether a path, relative to a submission, is or lies in something that the student did not write. */
    public static boolean has(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".") || isOfSystem(part.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody gives this name to a submission, though a name that is only hidden may be a student's. */
    public static boolean isOfSystem(String name) {
        return name.startsWith("~$")
                || name.endsWith("~")
                || NAMES.contains(name)
                || HIDDEN.contains(name)
                || HIDDEN_STARTS.stream().anyMatch(name::startsWith);
    }

    /** Whether a path of a class has such a name in it. */
    public static boolean isOfSystem(Path path) {
        for (Path part : path) {
            if (isOfSystem(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
