package org.wiregrade.labs.twoflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.wire.MessageRows;
import org.wiregrade.submission.Template;

/** What students are told and given is what the rules ask. */
class AssignmentTest {
    @Test
    void thePageNamesTheNumbers() throws IOException {
        assertThat(Template.bundled().text("README.md"))
                .contains("chunks of " + Assignment.CHUNK + " bytes, " + Assignment.CHUNK_PAUSE_MS + " ms apart")
                .contains("127.0.0.1:" + Assignment.CHAT_PORT + " (chat) and " + Assignment.VOIP_PORT + " (VoIP)")
                .contains("tcp port " + Assignment.CHAT_PORT + " or tcp port " + Assignment.VOIP_PORT)
                .contains("evidence/" + Assignment.CAPTURE)
                .contains(LabFlow.CHAT.file(), LabFlow.VOIP.file());
    }

    @Test
    void theGivenCodeHasTheNumbers() throws IOException {
        String sender = Template.bundled().text(Assignment.VOIP_SENDER.source());
        assertThat(sender)
                .contains("CHUNK_SIZE = " + Assignment.CHUNK + ";")
                .contains("BETWEEN_CHUNKS_MS = " + Assignment.CHUNK_PAUSE_MS + ";")
                .contains("AFTER_ROW_MS = " + Assignment.ROW_PAUSE_MS + ";")
                .contains("\"" + Assignment.SEPARATOR + "\"");
        for (var program : Assignment.PROGRAMS) {
            assertThat(Template.bundled().text(program.source()))
                    .contains("\"--chat-port\", " + Assignment.CHAT_PORT)
                    .contains("\"--voip-port\", " + Assignment.VOIP_PORT);
        }
        assertThat(Template.bundled().text(Assignment.CHAT_SENDER.source()))
                .contains("\"" + Assignment.CHAT_MARK + "\" in front")
                .contains("BETWEEN_ROWS_MS = " + Assignment.CHAT_PAUSE_MS + ";")
                .contains(MessageRows.samples(LabFlow.CHAT).get(0).payload());
    }
}
