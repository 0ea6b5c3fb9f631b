package org.wiregrade.labs.chat.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.labs.chat.rule.ChatWords;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.PrefixRule;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;
import org.wiregrade.testbed.CheckFailure;

class ExchangeRulesTest {
    @Test
    void whatEverybodyHearsIsABroadcast() throws IOException {
        ChatTape chat =
                ChatTape.withClients(3).chat(0, "hello\n").chat(1, "hi\n").chat(0, "hello\n");
        passes(chat, "3 messages, handed on 6 times.");
    }

    @Test
    void joinedMessagesAreABroadcast() throws IOException {
        ChatTape chat = ChatTape.withClients(3);
        chat.clients.get(0).say("one ");
        chat.clients.get(0).say("two");
        chat.hear(1, "[127.0.0.1:40000] one two")
                .hear(2, "[127.0.0.1:40000] one ")
                .hear(2, "[127.0.0.1:40000] two");
        chat.tape.waitMs(1000);
        passes(chat, "2 messages, handed on 4 times.");
    }

    @Test
    void aMessageInPiecesWithAnotherBetweenThemIsABroadcast() throws IOException {
        ChatTape chat = ChatTape.withClients(3);
        String text = "a".repeat(700) + "b".repeat(700);
        chat.say(0, text).say(1, "hi\n");
        String hi = "[127.0.0.1:40002] hi\n";
        String first = "[127.0.0.1:40000] " + text.substring(0, 1024);
        String second = "[127.0.0.1:40000] " + text.substring(1024);
        chat.hear(0, hi)
                .hear(1, first)
                .hear(1, second)
                .hear(2, first)
                .hear(2, hi)
                .hear(2, second);
        chat.tape.waitMs(1000);
        passes(chat, "2 messages, handed on 4 times.");
    }

    @Test
    void segmentsBorderAnywhere() throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "știință ✓\n");
        chat.clients.get(1).hear("[127.0.0.1").hear(":40000] știi").hear("nță ✓\n[127.0.0.1:40004] hi\n");
        chat.clients.get(2).say("hi\n").hear("[127.0.0.1:40000] ").hear("știință ✓\n");
        chat.clients.get(0).hear("[127.0.0.1:40004] hi");
        chat.tape.waitMs(1000);
        passes(chat, "2 messages, handed on 4 times.");
    }

    @Test
    void aQuotedMessageIsNotTakenForAPrefix() throws IOException {
        ChatTape chat = ChatTape.withClients(3)
                .chat(0, "hello\n")
                .chat(1, "[127.0.0.1:40000] hello\n")
                .chat(0, "ok\n");
        passes(chat, "3 messages, handed on 6 times.");
    }

    @Test
    void whoComesLaterOrHasLeftIsOwedNothing() throws IOException {
        ChatTape chat = ChatTape.withClients(2).chat(0, "hello\n");
        chat.join(1);
        chat.chat(1, "hi\n");
        chat.clients.get(0).close();
        chat.clients.remove(0);
        chat.tape.waitMs(500);
        chat.chat(0, "two of us\n");
        passes(chat, "3 messages, handed on 4 times.");
    }

    @Test
    void whoIsJustLeavingIsOwedNothing() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n").say(1, "bye\n");
        chat.hear(2, "[127.0.0.1:40002] bye\n").clients.get(0).abort();
        chat.tape.waitMs(1000);
        passes(chat, "2 messages, handed on 3 times.");
    }

    @Test
    void whatTheCaptureLacksIsNobodysFault() throws IOException {
        ChatTape chat =
                ChatTape.withClients(3).chat(0, "hello\n").say(1, "hi\n").hear(0, "[127.0.0.1:40002] hi\n");
        chat.tape.lose(2);
        chat.hear(2, "[127.0.0.1:40002] hi\n").chat(2, "yes\n");
        passes(chat, "3 messages, handed on 5 times.");
    }

    @Test
    void serversMayGreet() throws IOException {
        ChatTape chat = ChatTape.withClients(3);
        chat.hear(0, "Welcome to the hello chat\n").chat(0, "hello\n").chat(1, "Welcome\n");
        passes(chat, "2 messages, handed on 4 times.");
    }

    @ParameterizedTest
    @CsvSource({"NULL", "RAW", "SLL2", "ETHERNET"})
    void anyInterfaceWillDo(LinkLayer link) throws IOException {
        for (Tape tape : new Tape[] {Tape.on(link), Tape.onSix(link).twice()}) {
            ChatTape chat = new ChatTape(tape);
            chat.join(3);
            passes(chat.chat(0, "hello\n").chat(1, "hi\n"), "2 messages, handed on 4 times.");
            assertThat(StreamRules.streams(tape.capture().trace())).startsWith("3 streams to port 3333");
        }
    }

    @Test
    void aMessageThatOneClientLacksIsLost() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n").say(1, "hi there\n");
        chat.hear(0, "[127.0.0.1:40002] hi there\n").tape.waitMs(1000);
        chat.chat(2, "yes\n");
        fails(
                DeliveryRule.reachesEveryone(chat.exchange().exchange()),
                "“hi there”, said by 127.0.0.1:40002 (stream 1) in packet 16, reaches each other client once",
                "it does not reach 127.0.0.1:40004 (stream 2)");
    }

    @Test
    void aMessageOfWhichAPartArrivesIsLost() throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "hello everyone\n").hear(1, "[127.0.0.1:40000] hello\n");
        chat.hear(2, "[127.0.0.1:40000] hello\n").tape.waitMs(1000);
        fails(
                DeliveryRule.reachesEveryone(chat.exchange().exchange()),
                "“hello everyone”, said by 127.0.0.1:40000 (stream 0) in packet 10, reaches each other client once",
                "nobody else gets it, though there are 2 other clients");
    }

    @Test
    void capitalsAreNotTheMessage() throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "hello\n");
        chat.hear(1, "[127.0.0.1:40000] HELLO\n")
                .hear(2, "[127.0.0.1:40000] HELLO\n")
                .tape
                .waitMs(1000);
        fails(
                DeliveryRule.reachesEveryone(chat.exchange().exchange()),
                "“hello”, said by 127.0.0.1:40000 (stream 0) in packet 10, reaches each other client once",
                "its text arrives changed: 127.0.0.1:40002 (stream 1) gets “[127.0.0.1:40000] HELLO” in packet 12");
    }

    @Test
    void aMessageThatComesTwiceIsSeen() throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "hello\n");
        String heard = "[127.0.0.1:40000] hello\n";
        chat.hear(1, heard).hear(1, heard).hear(2, heard).chat(1, "hi\n");
        fails(
                DeliveryRule.reachesEveryone(chat.exchange().exchange()),
                "“hello”, said by 127.0.0.1:40000 (stream 0) in packet 10, reaches each other client once",
                "127.0.0.1:40002 (stream 1) gets it a second time in packet 14: “[127.0.0.1:40000] hello”");
    }

    @Test
    void anEchoIsSeen() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n").hear(0, "[127.0.0.1:40000] hello\n");
        passes(chat.chat(1, "hi\n"), "2 messages, handed on 4 times.");
        fails(
                EchoRule.check(chat.exchange().exchange()),
                "“hello”, said by 127.0.0.1:40000 (stream 0) in packet 10, goes to the others only",
                "its own words come back to it in packet 16: “[127.0.0.1:40000] hello”");
    }

    @Test
    void nobodyThereToHearIsNoBroadcast() throws IOException {
        ChatTape chat = ChatTape.withClients(0);
        for (int i = 0; i < 3; i++) {
            chat.join(1);
            chat.say(i, "hello\n").clients.get(i).close();
        }
        fails(
                DeliveryRule.reachesEveryone(chat.exchange().exchange()),
                "messages reach the other clients",
                "none does: whenever somebody spoke, no other client was connected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "hello; NONE",
                "[127.0.0.1:40000]hello; NO_SPACE",
                "[/127.0.0.1:40000] hello; SLASH",
                "[127.0.0.1:3333] hello; SERVER",
                "[127.0.0.1:40002] hello; RECIPIENT",
                "[127.0.0.1:40004] hello; SOMEBODY_ELSE",
                "[('127.0.0.1', 40000)] hello; TUPLE",
                "[Broadcast 40000] hello; PART",
                "127.0.0.1:40000 hello; NO_BRACKETS",
                "[Client 127.0.0.1:40000] hello; MORE",
                "somebody: hello; OTHER",
            })
    void aWrongPrefixIsQuotedAndExplained(String heard, String mistake) throws IOException {
        ChatTape chat = ChatTape.withClients(3).say(0, "hello\n").hear(1, heard).hear(2, heard);
        chat.tape.waitMs(1000);
        passes(chat, "1 message, handed on 2 times.");
        CheckFailure failure = fails(
                PrefixRule.check(chat.exchange().exchange()),
                "“[127.0.0.1:40000] hello”: [ip:port] of the sender, one space, the text",
                "127.0.0.1:40002 (stream 1) gets “" + heard + "” in packet 12");
        assertThat(failure.hint())
                .isEqualTo(ChatWords.WORDS.text("prefix.hint."
                        + mistake.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }

    @Test
    void anotherPortIsNamed() throws IOException {
        Tape tape = Tape.on(LinkLayer.ETHERNET);
        tape.open(40_000, 3334);
        fails(
                () -> StreamRules.streams(tape.capture().trace()),
                "at least 3 TCP streams to port 3333, each with its handshake (SYN, SYN-ACK)",
                "no stream goes to port 3333; the capture has streams to port 3334");
    }

    @Test
    void aCaptureThatBeganTooLateHasNoHandshakes() throws IOException {
        Tape tape = Tape.on(LinkLayer.ETHERNET);
        tape.open(40_000, 3333);
        tape.resume(40_002, 3333).say("hi");
        tape.resume(40_004, 3333).say("hi");
        fails(
                () -> StreamRules.streams(tape.capture().trace()),
                "at least 3 TCP streams to port 3333, each with its handshake (SYN, SYN-ACK)",
                "3 streams to port 3333, but only 1 with a handshake");
    }

    @Test
    void handedOnAfterTheRunIsNoBroadcast() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n");
        chat.say(1, "hi\n").hear(0, "[127.0.0.1:40002] hi\n").tape.waitMs(3_600_000);
        chat.hear(2, "[127.0.0.1:40002] hi\n").tape.waitMs(1000);
        CheckFailure failure =
                DeliveryRule.reachesEveryone(chat.exchange().exchange()).orElseThrow();
        assertThat(failure.got()).contains("only 3600 s after it was said");
    }

    @Test
    void aDropThatNoStreamShowsExcusesNothing() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n");
        chat.say(1, "hi\n").hear(0, "[127.0.0.1:40002] hi\n").tape.waitMs(1000);
        chat.tape.reportDrops(1);
        chat.chat(2, "bye\n");
        assertThat(DeliveryRule.reachesEveryone(chat.exchange().exchange())).isPresent();
    }

    @Test
    void whatOneStreamLacksExcusesNoOther() throws IOException {
        ChatTape chat = ChatTape.withClients(3).chat(0, "hello\n");
        chat.tape.lose(1);
        chat.hear(0, "[127.0.0.1:40004] nobody saw this\n").chat(0, "well\n");
        passes(chat, "2 messages, handed on 4 times.");
        chat.say(1, "hi\n").hear(0, "[127.0.0.1:40002] hi\n").tape.waitMs(1000);
        chat.chat(0, "bye\n");
        assertThat(DeliveryRule.reachesEveryone(chat.exchange().exchange()))
                .hasValueSatisfying(failure -> assertThat(failure.got()).contains("127.0.0.1:40004"));
    }

    private static void passes(ChatTape chat, String note) throws IOException {
        Exchange exchange = chat.exchange().exchange();
        assertThat(DeliveryRule.reachesAnother(exchange)).isEmpty();
        assertThat(DeliveryRule.reachesEveryone(exchange)).isEmpty();
        assertThat(DeliveryRule.note(exchange)).isEqualTo(note);
        if (exchange.deliveries().stream().noneMatch(one -> one.outcome() == Delivery.Outcome.OTHERWISE)) {
            assertThat(PrefixRule.check(exchange)).isEmpty();
        }
    }

    private static CheckFailure fails(Optional<CheckFailure> failure, String expected, String got) {
        assertThat(failure).isPresent();
        return says(failure.get(), expected, got);
    }

    private static CheckFailure fails(ThrowingCallable rule, String expected, String got) {
        return says(catchThrowableOfType(CheckFailure.class, rule), expected, got);
    }

    private static CheckFailure says(CheckFailure failure, String expected, String got) {
        assertThat(failure).isNotNull();
        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.got()).isEqualTo(got);
        return failure;
    }
}
