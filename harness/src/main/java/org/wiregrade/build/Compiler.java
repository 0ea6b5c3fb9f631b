package org.wiregrade.build;

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
import org.wiregrade.submission.Template;

/**
 * Compiles in JVMs of its own, which are kept for the next submission and ended when one takes too long.
 *
 * <p>A JVM compiles its first twenty submissions at twice the price of a later one. So there is one, and another, up to one
 * for each of the machine's cores, only when a submission has waited for it.
 */
public final class Compiler implements AutoCloseable {
    /** So many JVMs that compiled nothing else have to end over a source until it is to blame. */
    private static final int MOST_DEATHS = 2;

    private static final long LOOK_MS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BlockingDeque<CompilerJvm> idle = new LinkedBlockingDeque<>();
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
            idle.addFirst(new CompilerJvm());
        }
    }

    /**
     * Compiles sources below {@code home} into {@code home/classes} with what is there and the libraries in {@code home/lib}.
     *
     * <p>A source for which javac needs more processor time, memory or room for its classes than is allowed is rejected with
     * that reason, and takes nothing from others: theirs are compiled in other JVMs. Where the machine ends or starves javac,
     * that is an {@link IOException}.
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
        CompilerJvm jvm = jvm();
        for (int deaths = 0; ; jvm = another()) {
            boolean fresh = jvm.isFresh();
            try {
                return compile(jvm, home, sources);
            } catch (CompilerJvm.Died e) {
                if (e.late()) {
                    return new Build.Rejected("javac was ended: it had not finished after " + CompilerJvm.timeWords());
                }
                deaths += fresh ? 1 : 0;
                if (deaths == MOST_DEATHS && e.bySource()) {
                    return new Build.Rejected(
                            "javac was ended: for this source " + CompilerJvm.memoryWords() + " are not enough");
                }
                if (deaths == MOST_DEATHS) {
                    throw new IOException(e.getMessage() + ", " + deaths + " times", e);
                }
            }
        }
    }

    private Build compile(CompilerJvm jvm, Path home, List<String> sources) throws IOException, CompilerJvm.Died {
        ScheduledFuture<?> alarm =
                watchdog.scheduleWithFixedDelay(jvm::endWhereLate, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        boolean usable = false;
        try {
            Build build = jvm.compile(home, sources);
            usable = true;
            return build;
        } finally {
            alarm.cancel(false);
            if (usable) {
                idle.addFirst(jvm);
            } else {
                workers.decrementAndGet();
                jvm.end();
            }
        }
    }

    private CompilerJvm jvm() throws IOException {
        CompilerJvm known = idle.pollFirst();
        if (known == null && !workers.compareAndSet(0, 1)) {
            try {
                known = idle.pollFirst(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return known != null ? known : another();
        }
        return known != null ? known : counted();
    }

    private CompilerJvm another() throws IOException {
        workers.incrementAndGet();
        return counted();
    }

    private CompilerJvm counted() throws IOException {
        try {
            return new CompilerJvm();
        } catch (IOException e) {
            workers.decrementAndGet();
            throw e;
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        for (CompilerJvm jvm; (jvm = idle.poll()) != null; ) {
            jvm.end();
        }
    }
}
