package org.wiregrade.labs.chat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The students' page and the reference ask for what the checks ask for. */
class ChatAssignmentTest {
    @Test
    void theStudentsPageSaysTheNumbersThatAreChecked() throws IOException {
        String page = Files.readString(Path.of("../student-template/README.md"));

        assertThat(page)
                .contains("listens on 127.0.0.1:" + ChatAssignment.PORT)
                .contains("evidence/" + ChatAssignment.OUTPUT)
                .contains("evidence/" + ChatAssignment.CAPTURE)
                .contains("at least " + ChatAssignment.LOGGED_MESSAGES + " messages from at least "
                        + ChatAssignment.LOGGED_CLIENTS + " clients")
                .contains(ChatAssignment.FEWEST_SENTENCES + " to " + ChatAssignment.MOST_SENTENCES + " sentences")
                .contains("at least " + ChatAssignment.STREAMS + " clients, at least " + ChatAssignment.SPEAKERS
                        + " of which speak");
    }

    @Test
    void theGivenCodeReadsAsMuchAsTheAssignmentSays() throws IOException {
        String server = Files.readString(Path.of("../reference/src/main/java/chat/ChatServer.java"));

        assertThat(server).contains(String.valueOf(ChatAssignment.PORT)).contains(" = " + ChatAssignment.BUFFER_SIZE);
    }
}
