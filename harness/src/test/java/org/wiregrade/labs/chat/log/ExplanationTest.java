package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final String ENGLISH = """
            The log shows a [CONNECT] line for each of the three clients. Every client has its own port, e.g. 127.0.0.1:34686.
            Each [RECV] line matches one packet to port 3333. For every [RECV] there are two [FWD] lines, because two other
            clients are connected. In Wireshark the file capture.pcapng shows the same texts with Follow TCP Stream.
            """;
    private static final String ROMANIAN = """
            Fiecare linie [CONNECT] arată că s-a conectat un client nou, de ex. 127.0.0.1:34686. Serverul a avut trei clienți
            în același timp. Mesajele primite apar în log cu [RECV] etc. și sunt trimise celorlalți. Îmi apar aceleași texte
            și în Wireshark! Fluxul tcp.stream eq 0 este al primului client.
            """;

    @Test
    void sentencesAreCountedInEnglish() {
        counts(ENGLISH, 5);
    }

    @Test
    void sentencesAreCountedInRomanian() {
        counts(ROMANIAN, 5);
    }

    @Test
    void logCommandsAndHeadingsDoNotCount() {
        String log = """
                # Proof of work
                Command used:
                $ java -cp target/classes chat.ChatServer
                [START] TCP multi-client chat server on 127.0.0.1:3333
                [CONNECT] New client from 127.0.0.1:34686
                2026-11-22 10:00:00 [RECV] From 127.0.0.1:34686 -> How are you all today, my friends?
                [FWD] To 127.0.0.1:34694 -> [127.0.0.1:34686] How are you all today, my friends?
                [DISCONNECT] Client 127.0.0.1:34686 closed the connection
                ===========
                Explanation:
                """;
        counts(log, 0);
        counts(log + ENGLISH, 5);
    }

    @Test
    void aMessageOfSeveralLinesIsNoExplanation() {
        counts("[RECV] From 127.0.0.1:1 -> one\nhow are you my friend?\n[FWD] To 127.0.0.1:2 -> one\n", 0);
    }

    @Test
    void listsCount() {
        counts("1. The first client has one port.\n2. The second has another.\n- The third came last of all.\n", 3);
    }

    @Test
    void sentencesThatSpeakOfTagsCount() {
        counts("[CONNECT] lines appear three times, once for each client.\n[RECV] shows what was received by it.\n", 2);
    }

    @Test
    void theSameSentenceCountsOnce() {
        counts("The log shows three clients. ".repeat(6), 1);
    }

    @Test
    void aQuestionInsideASentenceEndsNothing() {
        counts("The text “how are you?” appears in packet 29. It comes from the second client.", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The clients are shown in the log etc. The packets show the same thing too.",
                "The packets went to client A. The server logged that at once.",
            })
    void whatMayBeOneSentenceOrTwoIsNotDecided(String text) {
        Explanation explanation = Explanation.of(text);
        assertThat(explanation.fewest()).isEqualTo(1);
        assertThat(explanation.most()).isEqualTo(2);
    }

    @Test
    void linesWithoutFullStopsMayBeSentences() {
        Explanation explanation =
                Explanation.of("The log shows three clients\nEach of them has a port\nAll of them speak");
        assertThat(explanation.fewest()).isZero();
        assertThat(explanation.most()).isEqualTo(3);
    }

    @Test
    void aLongStrangeTextIsReadQuickly() {
        for (String piece :
                List.of("a. ", "= ", "=", " ", "[RECV] 1.2.3.4:", "[RECV] " + " ".repeat(5_000) + "1.", "b'\\\\x")) {
            String text = piece.repeat(600_000 / piece.length());
            assertTimeout(Duration.ofSeconds(10), () -> {
                Explanation.of(text).most();
                ServerLog.of(text);
                StartCommand.find(text);
            });
        }
    }

    private static void counts(String text, int sentences) {
        Explanation explanation = Explanation.of(text);
        assertThat(explanation.fewest()).isEqualTo(sentences);
        assertThat(explanation.most()).isEqualTo(sentences);
    }

    @Test
    void unusualSentencesCount() {
        counts("It took 0.41 ms. The next one took longer.", 2);
        counts(
                "E.g. the filter tcp.port == 3333 shows all. tcp.stream eq 2 is one client. 127.0.0.1:3333 is the server.",
                3);
        counts("1) The log shows three clients. 2) Each has a port. 3) Each is one stream.", 3);
        counts("RTT-ul este de cca. 0.2 ms.\nPachetul nr. 10 are mesajul.", 2);
    }

    @Test
    void whoWritesSmallLettersOnlyMayMeanSentences() {
        Explanation explanation = Explanation.of("the log shows three clients. each has a port. that is all there is.");
        assertThat(explanation.most()).isEqualTo(3);
    }
}
