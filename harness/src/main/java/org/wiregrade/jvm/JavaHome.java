package org.wiregrade.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The harness's own Java as something that a sandbox shows to the student's programs. */
public final class JavaHome {
    private static final int DEPTH = 6;

    private JavaHome() {}

    public static Path folder() throws IOException {
        return Path.of(System.getProperty("java.home")).toRealPath();
    }

    /** The path of its launcher. */
    public static String launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The folders outside that its links lead to and that a system folder does not already show: Debian's are in /etc. */
    public static List<Path> outside(List<Path> shown) throws IOException {
        Path home = folder();
        Set<Path> folders = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home, DEPTH)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
                if (!target.startsWith(home) && Files.exists(target)) {
                    Path folder = target.getParent();
                    if (folder.getNameCount() >= 2 && shown.stream().noneMatch(folder::startsWith)) {
                        folders.add(folder);
                    }
                }
            }
        }
        List<Path> all = List.copyOf(folders);
        return all.stream()
                .filter(folder -> all.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
    }
}
