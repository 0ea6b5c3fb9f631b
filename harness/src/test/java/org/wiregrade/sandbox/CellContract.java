package org.wiregrade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.jvm.Launch;
import org.wiregrade.jvm.PlainJava;
import org.wiregrade.sandbox.loopback.Connection;
import org.wiregrade.sandbox.loopback.Read;

/** What every kind of sandbox promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CellContract {
    @TempDir
    public static Path home;

    /** The sandbox under test; skips the class where it does not work here. */
    protected abstract Sandbox sandbox() throws IOException;

    @BeforeAll
    void compileTheBox() throws IOException {
        Path sources = Path.of("src/test/resources/sandbox");
        Programs.compile(sources, home);
        Files.copy(sources.resolve("Box.java"), home.resolve("Box.java"), StandardCopyOption.REPLACE_EXISTING);
    }

    public interface Scene<T> {
        T play(Cell cell) throws Exception;
    }

    protected <T> T inCell(Scene<T> scene) throws Exception {
        return OwnThread.call(() -> {
            try (Sandbox sandbox = sandbox();
                    Cell cell = sandbox.open()) {
                return scene.play(cell);
            }
        });
    }

    protected static Launch box(String... arguments) {
        return Programs.launch(home, null, "Box", arguments);
    }

    public static String outputOf(Process program) throws Exception {
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    public static BufferedReader lines(Process program) {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What comes on a connection until the program ends its sending. */
    protected static byte[] allOf(Connection connection) throws IOException {
        var all = new ByteArrayOutputStream();
        for (Read piece = connection.next(); !piece.isEnd(); piece = connection.next()) {
            all.writeBytes(piece.bytes());
        }
        return all.toByteArray();
    }

    @Test
    void aServerIsReachedFromTheThreadThatOpenedTheCell() throws Exception {
        String answer = inCell(cell -> {
            int port = Integer.parseInt(
                    lines(cell.start(box("echo", "0"))).readLine().replaceAll("\\D", ""));
            try (Connection client = cell.loopback().connect(port)) {
                client.send("hello".getBytes(StandardCharsets.UTF_8));
                client.finish();
                return new String(allOf(client), StandardCharsets.UTF_8);
            }
        });

        assertThat(answer).isEqualTo("hello");
    }

    @Test
    void aProgramHearsWhatItIsTold() throws Exception {
        String output = inCell(cell -> {
            Process program = cell.start(box("repeat"));
            try (OutputStream input = program.getOutputStream()) {
                input.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            }
            return outputOf(program);
        });

        assertThat(output).isEqualTo("one\ntwo\n");
    }

    @Test
    void anExitCodeIsHandedOn() throws Exception {
        int code = inCell(cell -> {
            Process program = cell.start(box("exit", "42"));
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return program.exitValue();
        });

        assertThat(code).isEqualTo(42);
    }

    @Test
    void theEnvironmentIsNotTheHarnesss() throws Exception {
        String output = inCell(cell -> outputOf(cell.start(box("environment"))));

        assertThat(output).contains("HOME=").doesNotContain("USER=").doesNotContain("MAVEN");
    }

    @Test
    void aProgramWritesWhereItStarts() throws Exception {
        String output = inCell(cell -> outputOf(cell.start(box("write", "here.txt"))));

        assertThat(output).isEqualTo("here.txt\n");
    }

    @Test
    void aProgramWhoseOutputNobodyTakesIsEnded() throws Exception {
        boolean alive = inCell(cell -> {
            Process program = cell.start(box("flood"));
            lines(program).readLine();
            cell.end(program);
            return program.isAlive();
        });

        assertThat(alive).isFalse();
    }

    @Test
    void aJavaOfWhoseCommandLineNothingIsKnownIsToldItsSize() throws Exception {
        List<String> said = inCell(cell -> outputOf(cell.start(plain("-cp", "{home}/classes", "Box", "heap")))
                .lines()
                .toList());

        assertThat(said).hasSize(2);
        assertThat(said.get(0)).isEqualTo(PlainJava.REMARK);
        assertThat(Integer.parseInt(said.get(1))).isBetween(100, 200);
    }

    @Test
    void whatTheCommandLineSaysGoesBeforeThat() throws Exception {
        String said = inCell(cell -> outputOf(cell.start(plain("-Xmx32m", "-cp", "{home}/classes", "Box", "heap"))));

        assertThat(said.lines().toList().get(1)).isBetween("30", "32");
    }

    @Test
    void aServerInOneSourceFileHasRoomForItsCompiler() throws Exception {
        String answer = inCell(cell -> {
            BufferedReader lines = lines(cell.start(plain("{home}/Box.java", "echo", "0")));
            assertThat(lines.readLine()).isEqualTo(PlainJava.REMARK);
            String ready = lines.readLine();
            assertThat(ready).matches("\\D*\\d+\\D*");
            try (Connection client = cell.loopback().connect(Integer.parseInt(ready.replaceAll("\\D", "")))) {
                client.send("hello".getBytes(StandardCharsets.UTF_8));
                client.finish();
                return new String(allOf(client), StandardCharsets.UTF_8);
            }
        });

        assertThat(answer).isEqualTo("hello");
    }

    /** As a server of another make is started. */
    private static Launch plain(String... arguments) {
        List<String> command = new ArrayList<>(List.of("{java}"));
        command.addAll(List.of(arguments));
        return new Launch("plain", command, home, null, Optional.empty(), PlainJava.environment());
    }

    @Test
    void endingOneProgramLeavesTheOther() throws Exception {
        String output = inCell(cell -> {
            Process one = cell.start(box("echo", "0"));
            Process other = cell.start(box("repeat"));
            lines(one).readLine();
            cell.end(one);
            assertThat(one.isAlive()).isFalse();
            try (OutputStream input = other.getOutputStream()) {
                input.write("still here\n".getBytes(StandardCharsets.UTF_8));
            }
            return outputOf(other);
        });

        assertThat(output).isEqualTo("still here\n");
    }

    @Test
    void whatAProgramLeftBehindIsEndedWithIt() throws Exception {
        boolean refused = inCell(cell -> {
            Process program = cell.start(box("orphan", "0"));
            BufferedReader lines = lines(program);
            int port = Integer.parseInt(lines.readLine().replaceAll("\\D", ""));
            assertThat(lines.readLine()).startsWith("left ");
            cell.end(program);
            try (Connection client = cell.loopback().connect(port)) {
                return client.localPort() == 0;
            } catch (ConnectException e) {
                return true;
            }
        });

        assertThat(refused).isTrue();
    }
}
