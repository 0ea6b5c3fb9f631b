package org.wiregrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several captures in one call are shown as one after the other, and the worst of them decides how it ends. */
class InspectCommandTest {
    private static final String CHAT = "../fixtures/captures/chat.pcapng";
    private static final String ANY = "../fixtures/captures/chat-any.pcapng";

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran inspect(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Wiregrade.class.getName(),
                "inspect"));
        Collections.addAll(command, arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> lines(Ran ran) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void oneCaptureIsShownByItsName() throws Exception {
        Ran ran = inspect("--json", CHAT);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(lines(ran)).singleElement().satisfies(line -> {
            assertThat(line.get("file").asText()).isEqualTo("chat.pcapng");
            assertThat(line.get("streams")).hasSize(3);
        });
    }

    @Test
    void severalCapturesAreALineEachByTheirPaths() throws Exception {
        Ran ran = inspect("--json", CHAT, ANY, CHAT);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(lines(ran))
                .extracting(line -> line.get("file").asText() + " " + line.get("tcpPackets"))
                .containsExactly(CHAT + " 52", ANY + " 52", CHAT + " 52");
    }

    @Test
    void whatCannotBeReadIsNamedAndKeepsNoneOfTheOthers() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.pcapng"), "no capture");
        Path missing = folder.resolve("missing.pcapng");
        Ran ran = inspect("--json", text.toString(), CHAT, missing.toString(), ANY);
        assertThat(ran.exit()).isEqualTo(Exit.COULD_NOT_TELL);
        assertThat(lines(ran)).hasSize(2);
        assertThat(ran.err().lines().toList())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("wiregrade: " + text)
                                .contains("is a text file"),
                        line -> assertThat(line).startsWith("wiregrade: " + missing));
    }

    @Test
    void aStreamThatIsNotThereIsAMistakeOfTheCommandLine() throws Exception {
        assertThat(inspect("--stream", "3", CHAT).err())
                .isEqualTo("wiregrade: there is no stream 3; the capture has 3, numbered as in Wireshark from 0\n");
        Ran ran = inspect("--stream", "3", CHAT, ANY);
        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.err().lines()).hasSize(2);
    }

    @Test
    void csvIsOfOneCapture() throws Exception {
        Ran ran = inspect("--csv", CHAT, ANY);
        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).isEqualTo("wiregrade: --csv shows one capture; of several take --json\n");
    }
}
