package org.wiregrade.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.wiregrade.sandbox.kernel.Identity;
import org.wiregrade.sandbox.namespace.NamespaceAvailability;

/** Runs test classes in a JVM of its own, which an ordinary user has started in a user namespace. */
public final class OtherJvm {
    private static final String NOBODY = "65534";

    private OtherJvm() {}

    /** Prints how many tests of the named classes succeeded, or why they did not. */
    public static void main(String[] classes) {
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(DiscoverySelectors.selectClass(name));
        }
        LauncherFactory.create().execute(request.build(), summary);
        var seen = summary.getSummary();
        seen.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.out.println("succeeded " + seen.getTestsSucceededCount() + " of " + seen.getTestsFoundCount());
        System.exit(0);
    }

    /** Starts a main class as an ordinary user: root becomes nobody, and gets a copy of the class path to read. */
    public static Process start(Path work, Class<?> main, String... arguments) throws IOException {
        return start(work, "--clear-groups", main, arguments);
    }

    /** The same, as a member of the group to which a container engine's socket belongs. */
    public static Process startWithEngine(Path work, Path socket, Class<?> main, String... arguments)
            throws IOException {
        return start(work, "--groups=" + Files.getAttribute(socket, "unix:gid"), main, arguments);
    }

    private static Process start(Path work, String groups, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        if (Identity.current().uid() == 0) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, groups));
            classPath = copied(classPath, work);
        }
        command.addAll(NamespaceAvailability.START);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + work,
                "-Duser.home=" + work,
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String copied(String classPath, Path work) throws IOException {
        List<String> copies = new ArrayList<>();
        int number = 0;
        for (String entry : classPath.split(File.pathSeparator)) {
            Path copy = work.resolve("class-path-" + number++)
                    .resolve(Path.of(entry).getFileName());
            copyAll(Path.of(entry), copy);
            copies.add(copy.toString());
        }
        copyAll(Path.of("src/test/resources/sandbox"), work.resolve("src/test/resources/sandbox"));
        try (var files = Files.walk(work)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
