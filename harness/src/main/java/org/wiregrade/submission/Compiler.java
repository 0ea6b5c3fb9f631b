package org.wiregrade.submission;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compiles in JVMs of its own, which are kept for the next submission and ended when one takes too long.
 *
 * <p>A JVM compiles its first twenty submissions at twice the price of a later one. So there is one, and another, up to one
 * for each of the machine's cores, only when a submission has waited for it.
 */
public final class Compiler implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BlockingDeque<Worker> idle = new LinkedBlockingDeque<>();
    private final AtomicInteger workers = new AtomicInteger();
    private final Map<Given, GivenClasses> given = new HashMap<>();
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final ScheduledExecutorService watchdog;

    /** The given code of one Java package of a template. */
    private record Given(Template template, String packageName) {}

    /** Compiles given code. */
    @FunctionalInterface
    interface GivenMaker {
        GivenClasses make() throws IOException;
    }

    public Compiler() {
        var scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "compiler watchdog");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        watchdog = scheduler;
    }

    /** Starts the first JVM ahead of the first source, which then does not wait for it. */
    public void start() throws IOException {
        if (workers.compareAndSet(0, 1)) {
            idle.addFirst(new Worker());
        }
    }

    /**
     * Compiles sources below {@code home} into {@code home/classes} with what is there and the libraries in {@code home/lib}.
     *
     * <p>A source that makes javac run out of memory, or for more than 30 s, is rejected with that reason.
     *
     * @param sources paths below {@code home}
     */
    Build compile(Path home, List<String> sources) throws IOException {
        places.acquireUninterruptibly();
        try {
            return compileHere(home, sources);
        } finally {
            places.release();
        }
    }

    /** What all submissions of a lab share: made by who needs it first, while the others wait. */
    GivenClasses given(Template template, String packageName, GivenMaker maker) throws IOException {
        var key = new Given(template, packageName);
        synchronized (given) {
            GivenClasses known = given.get(key);
            if (known == null) {
                known = maker.make();
                given.put(key, known);
            }
            return known;
        }
    }

    private Build compileHere(Path home, List<String> sources) throws IOException {
        Worker worker = worker();
        ScheduledFuture<?> alarm = watchdog.schedule(() -> worker.end(true), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        boolean usable = false;
        try {
            Build build = worker.compile(home, sources);
            usable = alarm.cancel(false);
            return build;
        } catch (EOFException e) {
            return new Build.Rejected(
                    worker.timedOut
                            ? "javac was ended: it had not finished after " + LIMIT.toSeconds() + " s"
                            : "javac ended without an answer: the source makes it run out of memory");
        } finally {
            if (usable) {
                idle.addFirst(worker);
            } else {
                alarm.cancel(false);
                workers.decrementAndGet();
                worker.end(worker.timedOut);
            }
        }
    }

    private Worker worker() throws IOException {
        Worker known = idle.pollFirst();
        if (known == null && !workers.compareAndSet(0, 1)) {
            try {
                known = idle.pollFirst(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (known == null) {
                workers.incrementAndGet();
            }
        }
        if (known != null) {
            return known;
        }
        try {
            return new Worker();
        } catch (IOException e) {
            workers.decrementAndGet();
            throw e;
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        for (Worker worker; (worker = idle.poll()) != null; ) {
            worker.end(false);
        }
    }

    private static final class Worker {
        private final Process process;
        private final DataOutputStream requests;
        private final DataInputStream answers;
        private volatile boolean timedOut;

        Worker() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            sharedClasses(),
                            // What Java itself has to say would be taken for an answer.
                            "-Xlog:disable",
                            "-XX:+DisplayVMOutputToStderr",
                            "-Xmx256m",
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
            requests = new DataOutputStream(new java.io.BufferedOutputStream(process.getOutputStream()));
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
            } catch (java.net.URISyntaxException e) {
                throw new IOException(e);
            }
        }

        Build compile(Path home, List<String> sources) throws IOException {
            try {
                requests.writeUTF(home.toString());
                requests.writeInt(sources.size());
                for (String source : sources) {
                    requests.writeUTF(source);
                }
                requests.flush();
            } catch (IOException e) {
                throw new EOFException("the compiler's pipe is closed");
            }
            boolean compiled = answers.readBoolean();
            int length = answers.readInt();
            if (length < 0 || length > CompilerWorker.MOST_BYTES) {
                throw new IOException("the JVM that compiles wrote what is no answer");
            }
            byte[] diagnostics = new byte[length];
            answers.readFully(diagnostics);
            return compiled
                    ? new Build.Compiled(home)
                    : new Build.Rejected(new String(diagnostics, java.nio.charset.StandardCharsets.UTF_8));
        }

        void end(boolean late) {
            timedOut = late;
            process.destroyForcibly();
        }
    }
}
