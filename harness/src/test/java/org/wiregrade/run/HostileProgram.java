package org.wiregrade.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of {@code fixtures/hostile/programs}, as a submission that is right but for the attack in one program.
 *
 * @param words that a failed check has to say; empty where any will do
 */
record HostileProgram(String name, HostileTarget target, Expected expected, String words, String source) {
    /** What the first line of a fixture says, before its words. */
    enum Expected {
        WORKS,
        FAILS,
        EITHER
    }

    private static final Path PROGRAMS = Path.of("../fixtures/hostile/programs");
    private static final Path REFERENCE = Path.of("../reference/src/main/java");
    private static final String ALSO_IN_THE_RELAY = "// also in the relay";

    static List<HostileProgram> all() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.sorted().flatMap(HostileProgram::read).toList();
        }
    }

    private static Stream<HostileProgram> read(Path file) {
        try {
            String text = Files.readString(file);
            String[] first =
                    text.lines().findFirst().orElse("").replace("// ", "").split(": ", 2);
            String name = file.getFileName().toString().replace(".java", "");
            Expected expected = Expected.valueOf(first[0].toUpperCase(Locale.ROOT));
            String words = first.length > 1 ? first[1] : "";
            return Stream.of(HostileTarget.values())
                    .filter(target -> target == HostileTarget.CHAT_SERVER || text.contains(ALSO_IN_THE_RELAY))
                    .map(target -> new HostileProgram(name, target, expected, words, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its submission is called. */
    String submission() {
        return target == HostileTarget.CHAT_SERVER ? name : name + "-in-the-relay";
    }

    /** Writes the submission; placeholders in braces are replaced in the attack. */
    Path writeTo(Path folder, Map<String, String> placeholders) throws IOException {
        String attack = source.replace("{main}", target.mainClass());
        for (var each : placeholders.entrySet()) {
            attack = attack.replace("{" + each.getKey() + "}", each.getValue());
        }
        String imports =
                attack.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String type = attack.substring(attack.indexOf("final class "));
        String fields = """
                    static {
                        boolean harm = false;
                        try {
                            harm = %s.attack();
                        } catch (Throwable e) {
                            System.out.println("[INFO] the attack ended with " + e);
                        }
                        if (harm) {
                            System.out.println("[INFO] harm was done");
                            Runtime.getRuntime().halt(66);
                        }
                    }

                    private static %s
                """.formatted(name, type);
        copySources(folder);
        Path server = folder.resolve(target.source());
        String filled = fill(Files.readString(server), "imports", imports);
        Files.writeString(server, fill(filled, "fields and helper methods", fields));
        if (name.equals("AnnotationProcessor")) {
            addProcessor(folder);
        }
        return folder;
    }

    /** A submission that is as the reference. */
    static Path neighbour(Path folder) throws IOException {
        copySources(folder);
        return folder;
    }

    private static void copySources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(REFERENCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("src/main/java").resolve(REFERENCE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void addProcessor(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("src/main/java/chat/Processor.java"),
                "package chat; public class Processor extends javax.annotation.processing.AbstractProcessor {"
                        + " static { System.exit(0); } public boolean process("
                        + "java.util.Set<? extends javax.lang.model.element.TypeElement> a,"
                        + " javax.annotation.processing.RoundEnvironment r) { return false; } }\n");
        for (String root : List.of("src/main/java", "src/main/resources")) {
            Path services = Files.createDirectories(folder.resolve(root).resolve("META-INF/services"));
            Files.writeString(services.resolve("javax.annotation.processing.Processor"), "chat.Processor\n");
        }
    }

    private static String fill(String text, String label, String content) {
        int start = text.indexOf("STUDENT CODE STARTS HERE (" + label + ")");
        int from = text.indexOf('\n', start) + 1;
        int to = text.lastIndexOf('\n', text.indexOf("<<< STUDENT CODE ENDS HERE", from)) + 1;
        if (start < 0 || to < from) {
            throw new AssertionError("the reference has no region " + label);
        }
        return text.substring(0, from) + content + "\n" + text.substring(to);
    }
}
