package twoflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("messages.csv");
    }

    @Test
    void aMissingFileIsMadeWithTheLabsRows() throws IOException {
        assertThat(MessageFile.chat(file)).hasSize(4).allMatch(row -> row.flow().equals("CHAT"));
        assertThat(file).isRegularFile();
        assertThat(MessageFile.voip(folder.resolve("voip.csv")))
                .hasSize(4)
                .allMatch(row -> row.speaker().equals("Client2"));
    }

    @Test
    void aFileThatIsThereIsKept() throws IOException {
        String csv = "\uFEFFtimestamp,speaker,flow,message\r\n1,A,CHAT,\"a \"\"b\"\", c\nd \u0103\"\r\n";
        Files.writeString(file, csv);
        assertThat(MessageFile.chat(file)).containsExactly(new Row("1", "A", "CHAT", "a \"b\", c\nd \u0103"));
        assertThat(file).hasContent(csv);
    }

    @Test
    void aFileOfAnotherFormIsTold() throws IOException {
        Files.writeString(file, "timestamp;speaker;flow;message\n1;A;CHAT;hi\n");
        assertThatIOException()
                .isThrownBy(() -> MessageFile.chat(file))
                .withMessageContaining("messages.csv, record 1 is [timestamp;speaker;flow;message]")
                .withMessageContaining("timestamp,speaker,flow,message");
        Files.writeString(file, "timestamp,speaker,flow,message\n1,A,CHAT\n");
        assertThatIOException()
                .isThrownBy(() -> MessageFile.chat(file))
                .withMessageContaining("record 2 is [1, A, CHAT]");
    }
}
