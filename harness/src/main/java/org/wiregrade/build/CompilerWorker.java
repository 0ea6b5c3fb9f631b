package org.wiregrade.build;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The program inside a compiler JVM: reads requests on its input, answers on its output, ends with its input. */
final class CompilerWorker {
    private static final int MOST_DIAGNOSTICS = 64 << 10;

    /** The longest answer's words, in bytes of UTF-8. */
    static final int MOST_BYTES = 4 * MOST_DIAGNOSTICS;

    private static final int LANGUAGE = 17;

    /** A newer javac is to know what Java 17 knows; for its own, looking that up would take a third of its time. */
    private static final List<String> RELEASE =
            Runtime.version().feature() == LANGUAGE ? List.of() : List.of("--release", String.valueOf(LANGUAGE));

    private CompilerWorker() {}

    public static void main(String[] arguments) throws IOException {
        var requests = new DataInputStream(System.in);
        var answers = new DataOutputStream(new java.io.BufferedOutputStream(System.out));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var platform = new KnownPlatform();
        ProcessHandle.current().parent().ifPresent(CompilerWorker::endWith);
        while (true) {
            Path home;
            try {
                home = Path.of(requests.readUTF());
            } catch (EOFException e) {
                return;
            }
            List<String> sources = new ArrayList<>();
            for (int left = requests.readInt(); left > 0; left--) {
                sources.add(requests.readUTF());
            }
            var diagnostics = new StringWriter();
            boolean compiled = compile(javac, platform, home, sources, diagnostics);
            byte[] words = brief(diagnostics.toString(), home).getBytes(StandardCharsets.UTF_8);
            answers.writeBoolean(compiled);
            answers.writeInt(words.length);
            answers.write(words);
            answers.flush();
        }
    }

    /** A harness that was killed cannot end it in the middle of a source that takes for ever. */
    private static void endWith(ProcessHandle harness) {
        Thread guard = new Thread(
                () -> {
                    harness.onExit().join();
                    Runtime.getRuntime().halt(1);
                },
                "end with the harness");
        guard.setDaemon(true);
        guard.start();
    }

    private static boolean compile(
            JavaCompiler javac, KnownPlatform platform, Path home, List<String> sources, StringWriter diagnostics)
            throws IOException {
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.stream().map(home::resolve).toList());
            // With --release it is another platform's files that are looked at, and javac wants the files as they are.
            JavaFileManager seen = RELEASE.isEmpty() ? platform.with(files) : files;
            var output = new LimitedOutput(seen);
            boolean compiled = javac.getTask(diagnostics, output, null, options(home), null, units)
                    .call();
            reason(output, diagnostics.toString()).ifPresent(reason -> {
                diagnostics.getBuffer().setLength(0);
                diagnostics.write(reason);
            });
            return compiled;
        } catch (RuntimeException | StackOverflowError e) {
            diagnostics.write("javac itself failed on this source: " + e);
            return false;
        }
    }

    private static List<String> options(Path home) throws IOException {
        List<String> options = new ArrayList<>(RELEASE);
        options.addAll(List.of(
                "-proc:none",
                "-nowarn",
                "-Xlint:none",
                "-implicit:none",
                "-g",
                // What each small program would spend on making its first concatenations is a fifth of its start.
                "-XDstringConcat=inline",
                "-encoding",
                "UTF-8",
                "-d",
                home.resolve("classes").toString(),
                "-cp",
                classPath(home)));
        return options;
    }

    /** Why it was stopped, where javac tells its own trouble and not the source's. */
    private static Optional<String> reason(LimitedOutput output, String diagnostics) {
        if (output.exceeded()) {
            return Optional.of("javac was stopped: the classes of this source are larger than "
                    + LimitedOutput.MOST_MEBIBYTES + " MiB");
        }
        return diagnostics.contains("\n" + StackOverflowError.class.getName())
                ? Optional.of(
                        "javac was stopped: something in this source is nested so deeply that its stack overflows")
                : Optional.empty();
    }

    private static String classPath(Path home) throws IOException {
        try (var jars = java.nio.file.Files.list(home.resolve("lib"))) {
            return Stream.concat(jars, Stream.of(home.resolve("classes")))
                    .map(Path::toString)
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }

    private static String brief(String diagnostics, Path home) {
        String named = diagnostics.replace(home + java.io.File.separator, "");
        return named.length() <= MOST_DIAGNOSTICS ? named : named.substring(0, MOST_DIAGNOSTICS) + "\n…";
    }
}
