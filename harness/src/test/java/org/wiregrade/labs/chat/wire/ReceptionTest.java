package org.wiregrade.labs.chat.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.Delivery.Outcome;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.PrefixRule;

class ReceptionTest {
    @Test
    void wordsReadTogetherWithWhatTheCaptureLacksArePrefixed() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(1, "hello\n");
        chat.tape.lose(1);
        chat.say(0, "m1;\n").say(0, "m2;\n").say(0, "m3;\n");
        for (int listener = 1; listener < 3; listener++) {
            chat.hear(listener, "[127.0.0.1:40000] m1;\nm2;\n").hear(listener, "[127.0.0.1:40000] m3;\n");
        }
        chat.tape.waitMs(1000);
        assertThat(chat.exchange().exchange().lossy()).isTrue();
        everyPrefixIsRight(chat, 6);
    }

    @Test
    void aPrefixThatTheCaptureLacksIsNobodysFault() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(1, "hello\n").say(0, "yes\n");
        chat.hear(2, "[127.0.0.1:40000] yes\n");
        chat.tape.lose(1);
        chat.hear(1, "[127.0.0.1:40000] ").hear(1, "yes\n");
        chat.tape.waitMs(1000);
        assertThat(PrefixRule.check(chat.exchange().exchange())).isEmpty();
    }

    @Test
    void aWrongPrefixIsSeenInACaptureThatLacksPackets() throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "hello\n");
        chat.tape.lose(1);
        chat.hear(1, "hello\n").hear(1, "bye\n").hear(2, "hello\n");
        chat.tape.waitMs(1000);
        assertThat(chat.exchange().exchange().lossy()).isTrue();
        assertThat(PrefixRule.check(chat.exchange().exchange()).orElseThrow().getMessage())
                .contains("127.0.0.1:40004 (stream 2) gets “hello” in packet 15");
    }

    @Test
    void wordsThatWereSaidBeforeSomebodyCameMayBeSaidAgain() throws IOException {
        ChatTape chat = ChatTape.withClients(2).chat(0, "hello\n");
        chat.join(1);
        chat.chat(0, "how are you?\n").chat(0, "hello\n").chat(0, "hello again\n");
        everyPrefixIsRight(chat, 7);
    }

    @Test
    void wordsReadTogetherWithThoseBeforeSomebodyCameArePrefixed() throws IOException {
        ChatTape chat = ChatTape.withClients(2).say(0, "one\n");
        chat.join(1);
        chat.say(0, "two\n").say(0, "three\n");
        for (int listener = 1; listener < 3; listener++) {
            chat.hear(listener, "[127.0.0.1:40000] one\ntwo\nth").hear(listener, "[127.0.0.1:40000] ree\n");
        }
        chat.tape.waitMs(1000);
        everyPrefixIsRight(chat, 5);
    }

    @Test
    void aLetterThatABuffersEndCutMayBeLost() throws IOException {
        String before = "x" + "ă".repeat(511);
        String behind = "ș".repeat(200) + "\n";
        ChatTape chat = ChatTape.withClients(3).say(0, before + "ț" + behind);
        for (int listener = 1; listener < 3; listener++) {
            chat.hear(listener, "[127.0.0.1:40000] " + before).hear(listener, "[127.0.0.1:40000] " + behind);
        }
        everyPrefixIsRight(chat, 2);
    }

    @Test
    void oneThatNoBuffersEndCutMayNot() throws IOException {
        ChatTape chat = ChatTape.withClients(2).say(0, "bună ziua\n");
        chat.hear(1, "[127.0.0.1:40000] bun ziua\n");
        assertThat(chat.exchange().exchange().deliveries()).noneMatch(each -> each.outcome() == Outcome.PREFIXED);
    }

    @Test
    void whatAClientSaysThatTheCaptureDoesNotShowIsNoEcho() throws IOException {
        ChatTape chat = ChatTape.withClients(2).say(0, "hi\n");
        chat.hear(1, "[127.0.0.1:40000] hi\n").hear(0, "[10.9.9.2:36136] hi\n");
        assertThat(EchoRule.check(chat.exchange().exchange())).isEmpty();
    }

    @Test
    void anEchoBehindTheServersOwnAddressIsOne() throws IOException {
        ChatTape chat = ChatTape.withClients(2).say(0, "hi\n");
        chat.hear(1, "[127.0.0.1:3333] hi\n").hear(0, "[127.0.0.1:3333] hi\n");
        assertThat(EchoRule.check(chat.exchange().exchange())).isPresent();
    }

    private static void everyPrefixIsRight(ChatTape chat, int deliveries) throws IOException {
        assertThat(chat.exchange().exchange().deliveries())
                .hasSize(deliveries)
                .extracting(Delivery::outcome)
                .containsOnly(Delivery.Outcome.PREFIXED);
        assertThat(PrefixRule.check(chat.exchange().exchange())).isEmpty();
        assertThat(DeliveryRule.note(chat.exchange().exchange())).endsWith("handed on " + deliveries + " times.");
    }
}
