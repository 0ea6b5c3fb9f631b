package org.wiregrade.build;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A JVM that compiles one submission after the other, and ends where one takes more time or memory than is allowed. */
final class CompilerJvm {
    /** Processor time, which is the source's own, however busy the machine is; a lab's programs take 2 s at most. */
    private static final Duration TIME = Duration.ofSeconds(15);

    /** Time on the clock, after which it is the machine that does not get on. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int MEMORY_MEBIBYTES = 256;
    private static final Duration END = Duration.ofSeconds(10);

    /** The exit codes of a JVM whose heap is full, and of one that ended itself after a crash, by {@code abort(3)}. */
    private static final List<Integer> BY_THE_SOURCE = List.of(3, 128 + 6);

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private long startNs;
    private Duration usedBefore = Duration.ZERO;
    private boolean busy;
    private boolean fresh = true;
    private boolean late;
    private boolean stuck;

    /** Thrown where the JVM ended in the middle of a compilation. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean late;
        private final boolean bySource;

        private Died(String message, boolean late, boolean bySource) {
            super(message);
            this.late = late;
            this.bySource = bySource;
        }

        /** Whether it was ended for using too much processor time. */
        boolean late() {
            return late;
        }

        /** Whether it ended in a way that a source can make it end; else it was ended from outside. */
        boolean bySource() {
            return bySource;
        }
    }

    CompilerJvm() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        sharedClasses(),
                        // What Java itself has to say would be taken for an answer.
                        "-Xlog:disable",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xmx" + MEMORY_MEBIBYTES + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        ownClassPath(),
                        CompilerWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(process.getInputStream());
    }

    /** The launcher's class archive, if any, has javac's classes, too; a Java that cannot use it goes on without. */
    private static String sharedClasses() {
        String archive = System.getProperty("wiregrade.archive", "");
        return Path.of(archive).toFile().length() > 0 ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
    }

    private static String ownClassPath() throws IOException {
        try {
            return Path.of(CompilerWorker.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Whether it has compiled nothing yet, so that nothing but a source can be to blame for its end. */
    boolean isFresh() {
        return fresh;
    }

    /** What a source that ends it has used up. */
    static String memoryWords() {
        return MEMORY_MEBIBYTES + " MiB of memory";
    }

    static String timeWords() {
        return TIME.toSeconds() + " s of processor time";
    }

    Build compile(Path home, List<String> sources) throws IOException, Died {
        begin();
        try {
            requests.writeUTF(home.toString());
            requests.writeInt(sources.size());
            for (String source : sources) {
                requests.writeUTF(source);
            }
            requests.flush();
            boolean compiled = answers.readBoolean();
            int length = answers.readInt();
            if (length < 0 || length > CompilerWorker.MOST_BYTES) {
                throw new IllegalStateException("the JVM that compiles wrote what is no answer");
            }
            byte[] diagnostics = new byte[length];
            answers.readFully(diagnostics);
            fresh = false;
            return compiled
                    ? new Build.Compiled(home)
                    : new Build.Rejected(new String(diagnostics, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw died();
        } finally {
            rest();
        }
    }

    private synchronized void begin() {
        startNs = System.nanoTime();
        usedBefore = used().orElse(Duration.ZERO);
        busy = true;
    }

    private synchronized void rest() {
        busy = false;
    }

    private Optional<Duration> used() {
        return process.toHandle().info().totalCpuDuration();
    }

    /** Called again and again while it compiles; ends it where that takes too long. */
    synchronized void endWhereLate() {
        if (!busy || late || stuck) {
            return;
        }
        Duration passed = Duration.ofNanos(System.nanoTime() - startNs);
        late = used().map(used -> used.minus(usedBefore)).orElse(passed).compareTo(TIME) > 0;
        stuck = !late && passed.compareTo(PATIENCE) > 0;
        if (late || stuck) {
            end();
        }
    }

    private synchronized Died died() {
        String code = "an exit code that it did not tell";
        boolean bySource = false;
        try {
            if (process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                code = "exit code " + process.exitValue();
                bySource = BY_THE_SOURCE.contains(process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Died(
                stuck
                        ? "javac did not get on: it had not finished after " + PATIENCE.toMinutes() + " minutes"
                        : "the JVM that compiles ended with " + code + " in the middle of it",
                late,
                bySource && !stuck);
    }

    void end() {
        process.destroyForcibly();
    }
}
