package org.wiregrade.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wiregrade.build.Assembly;
import org.wiregrade.build.Build;
import org.wiregrade.jvm.ClassArchive;
import org.wiregrade.jvm.JavaLaunch;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.Transcript;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.Lab.StudentProgram;

/** What a check is given: one submission, its built programs, and a place to run them. */
public final class Testbed implements AutoCloseable {
    private final Submission submission;
    private final Assembly assembly;
    private final Sandbox sandbox;
    private final Optional<Launch> ownLaunch;
    private final Optional<Path> keepCapture;
    private final Vocabulary words;
    private final Consumer<Transcript> transcripts;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Cell cell;

    /**
     * A testbed whose cell is opened when the first program is started.
     *
     * @param ownLaunch starts the submission's server where that is not the template's
     * @param keepCapture the file for the recording of the run's own wire, where the sandbox makes one
     * @param words what the harness's clients say
     * @param transcripts hears what each program has printed, when the testbed is closed
     */
    public Testbed(
            Submission submission,
            Assembly assembly,
            Sandbox sandbox,
            Optional<Launch> ownLaunch,
            Optional<Path> keepCapture,
            Vocabulary words,
            Consumer<Transcript> transcripts) {
        this.submission = submission;
        this.assembly = assembly;
        this.sandbox = sandbox;
        this.ownLaunch = ownLaunch;
        this.keepCapture = keepCapture;
        this.words = words;
        this.transcripts = transcripts;
    }

    public Submission submission() {
        return submission;
    }

    /** What checks let the harness's clients say. */
    public Vocabulary words() {
        return words;
    }

    /** The submission's regions in the pristine template, and what they compile to. */
    public Assembly assembly() {
        return assembly;
    }

    /** Whether the server is a program of another make, so that checks of the template's source have nothing to judge. */
    public boolean hasOwnLaunch() {
        return ownLaunch.isPresent();
    }

    /**
     * The folder of a student program's classes.
     *
     * <p>One that javac rejects is a {@link CheckFailure} with javac's words; so is one whose regions change given code.
     */
    public Build.Compiled compiled(StudentProgram program) throws IOException {
        return Compilation.of(program, assembly);
    }

    /**
     * Starts the submission's server and waits until it is ready.
     *
     * <p>A program that does not compile, exits, or is not ready in {@link Program#READY} is a {@link CheckFailure}.
     *
     * @param ready what the template's program prints when it is ready, with a group named {@code port}
     * @param arguments of the template's program
     */
    public Program startServer(StudentProgram program, Pattern ready, String... arguments) throws IOException {
        Launch launch = ownLaunch.isPresent()
                ? ownLaunch.get()
                : launch(program, compiled(program).home(), ready, arguments);
        return start(launch).awaitReady();
    }

    /** Starts a copy of a server of the template, in another folder, and waits as {@link #startServer} does. */
    public Program startCopy(StudentProgram program, Path home, Pattern ready, String... arguments) throws IOException {
        return start(launch(program, home, ready, arguments)).awaitReady();
    }

    /** Starts a program of the template without waiting for anything. */
    public Program start(StudentProgram program, String... arguments) throws IOException {
        return start(launch(program, compiled(program).home(), null, arguments));
    }

    /** Starts a given program, by its name in messages and its binary name, with a student's program that it uses. */
    public Program startGiven(String name, String mainClass, StudentProgram with, String... arguments)
            throws IOException {
        return start(launch(new StudentProgram(name, mainClass), compiled(with).home(), null, arguments));
    }

    private Launch launch(StudentProgram program, Path home, Pattern ready, String... arguments) throws IOException {
        return JavaLaunch.of(
                program.name(), program.mainClass(), home, ClassArchive.of(assembly.libraries()), ready, arguments);
    }

    /** A port of the harness's own, where the programs started here can reach it. */
    public TcpListener listen() throws IOException {
        openCell();
        return keep(new TcpListener(cell.loopback().listen()));
    }

    /**
     * A failure with what the program lacked that it is about, where that shows.
     *
     * <p>Where no Java starts any more, or what failed is the harness's own, an {@link IllegalStateException} says so.
     */
    CheckFailure explained(CheckFailure failure) throws IOException {
        Optional<Program> about =
                programs.stream().filter(program -> program.isShownBy(failure)).reduce((first, last) -> last);
        Optional<Shortage> lack = about.flatMap(Program::shortage);
        if (lack.isEmpty() || failure.ranOut()) {
            return failure;
        }
        new StartTrial(cell).require(programs);
        return failure.because(about.get().words(lack.get()), lack.get().hint());
    }

    private Program start(Launch launch) throws IOException {
        openCell();
        Program program = Program.start(cell, launch);
        programs.add(program);
        open.push(() -> transcripts.accept(program.transcript()));
        return keep(program);
    }

    /** Fails where a program that was started here has printed without end, or does so now, while nobody talks to it. */
    public void requireCalm() {
        programs.forEach(Program::requireCalm);
    }

    /** Where a cell has a network of its own, what this thread opens is in it only from now on. */
    private void openCell() throws IOException {
        if (cell == null) {
            cell = keep(sandbox.open());
            keepCapture.ifPresent(file -> open.push(() -> keepCapture(file)));
        }
    }

    /** A thing that the checks of this submission share, made when first asked for and closed with the testbed. */
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        Object known = shared.get(type);
        if (known == null) {
            known = maker.get();
            shared.put(type, known);
            if (known instanceof AutoCloseable closeable) {
                open.push(closeable);
            }
        }
        return type.cast(known);
    }

    /**
     * All TCP packets on the run's own wire so far; empty where the sandbox records none, or nothing was started.
     *
     * <p>An {@link IOException} says that the recording is not complete.
     */
    public Optional<Path> capture() throws IOException {
        return cell == null ? Optional.empty() : cell.capture();
    }

    private void keepCapture(Path file) throws IOException {
        Optional<Path> recorded = cell.capture();
        if (recorded.isPresent()) {
            Files.move(recorded.get(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private <T extends AutoCloseable> T keep(T opened) {
        open.push(opened);
        return opened;
    }

    /** Closes what was opened, in reverse order; the cell was opened first. */
    @Override
    public void close() {
        RuntimeException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception | Error e) {
                RuntimeException wrapped = new IllegalStateException("a testbed does not close: " + e.getMessage(), e);
                if (first == null) {
                    first = wrapped;
                } else {
                    first.addSuppressed(wrapped);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
