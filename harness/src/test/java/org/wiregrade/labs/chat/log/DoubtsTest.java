package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.wire.CaptureDoubts;
import org.wiregrade.labs.chat.wire.ChatTape;
import org.wiregrade.testbed.Doubt;

/** What a person is asked to look at, and that a usual run asks nobody. */
class DoubtsTest {
    private static ChatTape talk() {
        ChatTape chat = ChatTape.withClients(3);
        chat.chat(0, "hello\n").chat(1, "hi there\n").chat(2, "how are you?\n");
        return chat.chat(0, "fine\n").chat(1, "bye\n");
    }

    @Test
    void aUsualRunIsNotDoubted() throws IOException {
        ChatTape chat = talk();
        assertThat(LogDoubts.of(chat.log.toString(), chat.exchange())).isEmpty();
        assertThat(CaptureDoubts.of(chat.exchange())).isEmpty();
        assertThat(ExplanationDoubts.of("Three clients are connected. Each has a port. The packets show it.\n"))
                .isEmpty();
        assertThat(ExplanationDoubts.of("Trei clienți s-au conectat. Fiecare are un port. Pachetele o arată.\n"))
                .isEmpty();
    }

    @Test
    void aLogOfReceivedLinesAloneIsDoubted() throws IOException {
        ChatTape chat = talk();
        String typed = received(chat).collect(Collectors.joining("\n"));
        assertThat(LogDoubts.of(typed, chat.exchange())).hasValue(new Doubt("log", typedWords(5), "line 1"));
        assertThat(LogDoubts.of("[START] server\n" + typed, chat.exchange())).isEmpty();
    }

    private static String typedWords(int lines) {
        return "the log has " + lines + " [RECV] lines and no other line that a server prints";
    }

    private static Stream<String> received(ChatTape chat) {
        return chat.log.toString().lines().filter(line -> line.startsWith("[RECV]"));
    }

    @Test
    void anotherOrderThanThePacketsIsDoubted() throws IOException {
        ChatTape chat = talk();
        List<String> lines = Arrays.asList(received(chat).toArray(String[]::new));
        Collections.reverse(lines);
        assertThat(LogDoubts.of("[START] server\n" + String.join("\n", lines), chat.exchange()))
                .hasValueSatisfying(doubt -> assertThat(doubt.words()).contains("stands behind one of a message"));
    }

    @Test
    void twoThatSpeakAtOnceAreLoggedInEitherOrder() throws IOException {
        ChatTape chat = ChatTape.withClients(3);
        chat.say(0, "now\n").say(1, "me too\n").tape.waitMs(1000);
        chat.chat(2, "well\n");
        List<String> lines = received(chat).toList();
        String swapped = "[START] server\n" + lines.get(1) + "\n" + lines.get(0) + "\n" + lines.get(2);
        assertThat(LogDoubts.of(swapped, chat.exchange())).isEmpty();
    }

    @Test
    void aSpeakerWithoutPacketsIsDoubted() throws IOException {
        ChatTape chat = talk();
        chat.hear(0, "[127.0.0.1:41000] who am I?\n");
        assertThat(CaptureDoubts.of(chat.exchange()))
                .hasValueSatisfying(doubt -> assertThat(doubt.words())
                        .isEqualTo(
                                "127.0.0.1:40000 hears what 127.0.0.1:41000 says, of whose own packets the capture has"
                                        + " none"));
    }

    @Test
    void aQuotedPrefixOrAClientOfAnotherHostIsNotDoubted() throws IOException {
        ChatTape chat = talk();
        chat.chat(0, "he wrote [127.0.0.1:41000] who am I?\n");
        chat.hear(0, "[192.168.7.7:41000] from far away\n");
        assertThat(CaptureDoubts.of(chat.exchange())).isEmpty();
    }

    @Test
    void wordsOfNoLabAndOneSentenceWithNumbersAreDoubted() {
        assertThat(ExplanationDoubts.of("Lorem ipsum dolor sit amet. Consectetur elit sed. Nunc vel magna est.\n"))
                .hasValueSatisfying(doubt -> assertThat(doubt.words()).contains("no sentence"));
        String same = IntStream.range(0, 5)
                .mapToObj(i -> "The client number " + i + " wrote to the server.")
                .collect(Collectors.joining(" "));
        assertThat(ExplanationDoubts.of(same))
                .hasValueSatisfying(doubt -> assertThat(doubt.words()).contains("one sentence with other numbers"));
    }
}
