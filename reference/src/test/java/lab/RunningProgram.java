package lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the labs' programs in a process of its own, ended with the test. */
public final class RunningProgram implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;

    private final Process process;
    private final BlockingQueue<String> arriving = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Thread reader;

    private RunningProgram(Process process) {
        this.process = process;
        reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a program in a folder, where it finds and leaves its files. */
    public static RunningProgram start(Path folder, Class<?> program, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                // A terminal that does not speak UTF-8 by itself.
                                "-Dfile.encoding=ISO-8859-1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()),
                        Stream.of(arguments))
                .toList();
        return new RunningProgram(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start());
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(arriving::add);
        } catch (IOException | UncheckedIOException e) {
            arriving.add("(reading the output failed: " + e + ")");
        }
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    /** Ends the program's input. */
    public void endInput() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
    }

    /** Waits for a line with such a part and returns the part's first group. */
    public String await(String part) throws InterruptedException {
        Pattern pattern = Pattern.compile(part);
        for (String line = next(); line != null; line = next()) {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                return found.groupCount() == 0 ? found.group() : found.group(1);
            }
        }
        throw new AssertionError("no line with " + part + " within " + LIMIT_SECONDS + " s among "
                + seen.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }

    private String next() throws InterruptedException {
        String line = arriving.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (line != null) {
            seen.add(line);
        }
        return line;
    }

    /** Waits until the program ends by itself and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + LIMIT_SECONDS + " s; its output: " + arriving);
        }
        return process.exitValue();
    }

    /** Waits until the program ends by itself and returns the lines that were not awaited. */
    public List<String> outputToTheEnd() throws InterruptedException {
        awaitEnd();
        reader.join();
        return List.copyOf(arriving);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
