package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.wire.ChatTape;
import org.wiregrade.testbed.CheckFailure;

class LogComparisonTest {
    private static ChatTape chat() {
        ChatTape chat = ChatTape.withClients(3)
                .chat(0, "hello\n")
                .chat(1, "hi all of you\n")
                .chat(2, "știință\n");
        return chat.chat(0, "how are you?\n").chat(1, "fine, thank you\n").chat(0, "hello\n");
    }

    @Test
    void theLogOfTheSameRunAgrees() throws IOException {
        ChatTape chat = chat();
        agrees(chat, chat.log.toString(), 6);
    }

    @Test
    void anExcerptAgrees() throws IOException {
        ChatTape chat = chat();
        String excerpt = chat.log.toString().replace("[RECV] From 127.0.0.1:40000 -> hello\n", "");
        agrees(chat, excerpt.replace("fine, thank you", "fine, thank..."), 4);
    }

    @Test
    void lettersThatAConsoleCouldNotShowAgree() throws IOException {
        ChatTape chat = chat();
        agrees(chat, chat.log.toString().replace("știință", "?tiin??"), 6);
        agrees(chat, chat.log.toString().replace("știință", "È™tiinÈ›Äƒ"), 6);
    }

    @Test
    void theRunThatWasCapturedCounts() throws IOException {
        ChatTape chat = chat();
        String earlier = "[START] on 127.0.0.1:3333\n[RECV] From 127.0.0.1:50000 -> test\n";
        agrees(chat, earlier + chat.log + earlier, 6);
    }

    @Test
    void aCaptureThatBeganInTheMiddleContradictsNothingBefore() throws IOException {
        ChatTape chat =
                new ChatTape(org.wiregrade.labs.evidence.Tape.on(org.wiregrade.labs.evidence.LinkLayer.ETHERNET));
        chat.clients.add(chat.tape.resume(40_000, 3333));
        chat.join(2);
        for (int i = 0; i < 3; i++) {
            chat.chat(0, "hello " + i + "\n").chat(1, "hi " + i + "\n");
        }
        String before = "[RECV] From 127.0.0.1:50000 -> anybody?\n[RECV] From 127.0.0.1:40000 -> hm\n";
        agrees(chat, before + chat.log, 6);
    }

    @Test
    void aChangedTextIsAContradiction() throws IOException {
        ChatTape chat = chat();
        contradicts(
                chat,
                chat.log.toString().replace("-> hi all of you", "-> hi everybody"),
                "line 8 of the log says that 127.0.0.1:40002 sent “hi everybody”, as the packets do",
                "this client says “hi all of you” in packet 16");
    }

    @Test
    void aChangedPortIsAContradiction() throws IOException {
        ChatTape chat = chat();
        contradicts(
                chat,
                chat.log
                        .toString()
                        .replace("From 127.0.0.1:40002 -> hi all of you", "From 127.0.0.1:40003 -> hi all of you"),
                "line 8 of the log says that 127.0.0.1:40003 sent “hi all of you”, as the packets do",
                "no packet of the capture comes from 127.0.0.1:40003; this text comes from 127.0.0.1:40002 (stream 1) in packet 16;"
                        + " its clients are 127.0.0.1:40000, 127.0.0.1:40002, 127.0.0.1:40004");
    }

    @Test
    void aLineTooManyIsAContradiction() throws IOException {
        ChatTape chat = chat();
        chat.clients.forEach(client -> client.close());
        contradicts(
                chat,
                chat.log + "[RECV] From 127.0.0.1:40004 -> știință\n",
                "line 23 of the log says that 127.0.0.1:40004 sent “știință”, as the packets do",
                "this client's last message is “știință” in packet 22, and it is in the log already");
    }

    @Test
    void aLogMayGoOnBehindTheCapture() throws IOException {
        ChatTape chat = chat();
        String later = "[RECV] From 127.0.0.1:40004 -> later\n[FWD] To 127.0.0.1:40000 -> [127.0.0.1:40004] later\n";
        agrees(chat, chat.log + later, 6);
    }

    @Test
    void whatWasNeverForwardedIsAContradiction() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n").say(1, "hi all\n");
        chat.hear(0, "[127.0.0.1:40002] hi all\n").log.append("[FWD] To 127.0.0.1:40004 -> [127.0.0.1:40002] hi all\n");
        chat.tape.waitMs(1000);
        chat.chat(0, "a\n").chat(1, "b\n").chat(2, "c\n");
        contradicts(
                chat,
                chat.log.toString(),
                "line 10 of the log says that 127.0.0.1:40004 was sent “[127.0.0.1:40002] hi all”, as the packets do",
                "no packet brings that text to 127.0.0.1:40004 (stream 2, packets 7 to 33)");
    }

    @Test
    void theLogOfAnotherRunIsAContradiction() throws IOException {
        ChatTape chat = chat();
        CheckFailure failure = catchThrowableOfType(
                CheckFailure.class,
                () -> LogComparison.compare(
                        ServerLog.of(chat.log.toString().replace(":4000", ":5000")), chat.exchange()));
        assertThat(failure.got())
                .startsWith("no packet of the capture comes from 127.0.0.1:50000; this text comes from");
    }

    private static void agrees(ChatTape chat, String log, int messages) throws IOException {
        if (messages >= ChatAssignment.LOGGED_MESSAGES) {
            assertThat(LogComparison.compare(ServerLog.of(log), chat.exchange()))
                    .startsWith(messages + " logged messages");
        } else {
            CheckFailure failure = catchThrowableOfType(
                    CheckFailure.class, () -> LogComparison.compare(ServerLog.of(log), chat.exchange()));
            assertThat(failure.got()).startsWith("the two have " + messages + " messages from ");
        }
    }

    private static void contradicts(ChatTape chat, String log, String expected, String got) {
        CheckFailure failure = catchThrowableOfType(
                CheckFailure.class, () -> LogComparison.compare(ServerLog.of(log), chat.exchange()));
        assertThat(failure).isNotNull();
        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.got()).isEqualTo(got);
    }
}
