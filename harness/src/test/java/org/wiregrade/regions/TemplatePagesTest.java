package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.Tshark;
import org.wiregrade.submission.Template;

/** What a student reads and imports besides the programs. */
class TemplatePagesTest {
    private static final Path TEMPLATE = Path.of("../student-template");

    @Test
    void theReadmeNamesEachStudentProgramAndNoneThatIsNotThere() throws IOException {
        Template template = Template.in(TEMPLATE);
        String readme = template.text("README.md");
        for (String packageName : List.of("chat", "twoflow")) {
            assertThat(TemplateMaker.studentSources(template, packageName))
                    .allSatisfy(path -> assertThat(readme).contains(path.substring("src/main/java/".length())));
        }
        List<String> programs = Pattern.compile("\\b(chat|twoflow)\\.([A-Z]\\w+)")
                .matcher(readme)
                .results()
                .map(found -> "src/main/java/" + found.group(1) + "/" + found.group(2) + ".java")
                .toList();
        assertThat(programs).hasSizeGreaterThan(5);
        assertThat(template.paths()).containsAll(programs);
    }

    @Test
    void wiresharkTakesTheColorFilters(@TempDir Path folder) throws Exception {
        Path profile = Files.createDirectories(folder.resolve("profiles/lab"));
        Files.copy(TEMPLATE.resolve("colorfilters"), profile.resolve("colorfilters"));
        Path capture = Files.write(folder.resolve("two.pcap"), rawCapture(9001, 9002, 3333));
        assertThat(Tshark.lines(
                        folder, capture, "-C", "lab", "--color", "-T", "fields", "-e", "frame.coloring_rule.name"))
                .containsExactly("Chat TCP", "VoIP TCP", "");
    }

    /** A pcap file of link type RAW with one bare TCP segment to each port. */
    private static byte[] rawCapture(int... ports) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ByteBuffer.allocate(24)
                .putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(16, 65_535)
                .putInt(20, 101)
                .array());
        for (int port : ports) {
            ByteBuffer packet = ByteBuffer.allocate(56);
            packet.putInt(8, 40).putInt(12, 40);
            packet.putInt(16, 0x45000028)
                    .put(25, (byte) 6)
                    .putInt(28, 0x7f000001)
                    .putInt(32, 0x7f000001);
            packet.putShort(36, (short) 50_000).putShort(38, (short) port).put(48, (byte) 0x50);
            file.write(packet.array());
        }
        return file.toByteArray();
    }
}
