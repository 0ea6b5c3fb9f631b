package org.wiregrade.labs.twoflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;
import org.wiregrade.testbed.CheckFailure;

class TwoFlowEvidenceTest {
    private static final String CHUNKS = "on the sender's leg (stream at 127.0.0.1:50003) each VoIP row in segments of"
            + " 10 bytes, one with the rest, one with the newline";

    @ParameterizedTest
    @EnumSource
    void aRightRunPassesOnAnyInterface(LinkLayer link) throws IOException {
        passes(new TwoFlowTape(Tape.on(link), 9001, 9002).run());
        passes(new TwoFlowTape(Tape.onSix(link).twice(), 9001, 9002).run());
    }

    @Test
    void retransmissionsCostNothing() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            run.voip(row.payload());
            run.voipSender.sayAgain("\n");
        }
        passes(run.end());
    }

    @Test
    void aFewJoinedSegmentsCostNothing() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            run.chunk = row.number() == 2 ? 20 : 10;
            run.voip(row.payload());
        }
        passes(run.end());
    }

    @Test
    void aRelayThatWasConnectedLateMayJoinWhatHadCome() throws IOException {
        Tape tape = Tape.on(LinkLayer.ETHERNET);
        TwoFlowTape run = new TwoFlowTape(tape, 9001, 9002);
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            StringBuilder held = new StringBuilder();
            for (byte[] piece : run.pieces(row.payload())) {
                run.voipSender.send(true, piece);
                held.append(new String(piece, StandardCharsets.UTF_8));
                if (held.length() > 10) {
                    run.voipReceiver.hear(held.toString());
                    held.setLength(0);
                }
                tape.waitMs(50);
            }
            run.voipReceiver.hear(held.toString());
            tape.waitMs(50);
        }
        passes(run.end());
    }

    @Test
    void messagesWithNewlinesAndOtherLettersPass() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.put(LabFlow.CHAT, List.of(row(LabFlow.CHAT, 1, "two\nlines, \"quoted\"")));
        run.rows.put(LabFlow.VOIP, List.of(row(LabFlow.VOIP, 1, "știință\nși 你好"), row(LabFlow.VOIP, 2, "😀😀😀")));
        passes(run.run());
    }

    @Test
    void whatTheCaptureLacksIsNobodysFault() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            run.tape.lose(row.number() == 2 ? 7 : 0);
            run.voip(row.payload());
        }
        passes(run.end());
    }

    @Test
    void swappedPortsHaveTheirOwnSentence() throws IOException {
        TwoFlowTape run = new TwoFlowTape(Tape.on(LinkLayer.ETHERNET), 9002, 9001).run();
        fails(
                () -> StreamRules.ports(run.traffic()),
                "the chat flow on port 9001 and the VoIP flow on port 9002",
                "the two flows are on each other's ports: packet 29 to port 9001 begins “2025-12-13T10:00:01.000 | Clie”");
    }

    @Test
    void aPortWithoutItsFlowIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape().chat("hello");
        run.voipSender.say("hi");
        fails(
                () -> StreamRules.ports(run.traffic()),
                "the chat flow on port 9001 and the VoIP flow on port 9002",
                "no chat row is sent to port 9001: packet 13 to port 9001 begins “hello”");
    }

    @Test
    void aSilentPortIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        fails(
                () -> StreamRules.ports(run.traffic()),
                "the chat flow on port 9001 and the VoIP flow on port 9002",
                "no client sends anything to port 9002");
    }

    @Test
    void twoRunsInOneCaptureAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape().run();
        run.tape.open(60_000, 9001).say("again");
        fails(
                () -> StreamRules.streams(run.traffic().trace()),
                "four TCP streams, two to port 9001 and two to port 9002, each with its handshake (SYN, SYN-ACK)",
                "3 streams to port 9001 and 2 streams to port 9002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9; The chunks have 9 bytes; 10 are asked for.",
            })
    void anotherChunkSizeIsNamed(int size) throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = size;
        run.run();
        CheckFailure failure = fails(
                () -> ChunkRule.check(run.traffic()),
                CHUNKS,
                "segments of 9, 9, 9, 9, 9, 9, 9, 9, 4, 1, 9, 9, … bytes");
        assertThat(failure.hint()).isEqualTo("The chunks have 9 bytes; 10 are asked for.");
    }

    @Test
    void chunksOfTwiceTheSizeAreNotJoinedOnes() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = 20;
        run.run();
        CheckFailure failure = fails(
                () -> ChunkRule.check(run.traffic()),
                CHUNKS,
                "segments of 20, 20, 20, 16, 1, 20, 20, 20, 11, 1, 20, 20, … bytes");
        assertThat(failure.hint()).isEqualTo("The chunks have 20 bytes; 10 are asked for.");
    }

    @Test
    void wholeRowsAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = 1000;
        run.run();
        fails(() -> ChunkRule.check(run.traffic()), CHUNKS, "whole rows: segments of 76, 1, 71, 1, 71, 1, 65, 1 bytes");
    }

    @Test
    void aMissingNewlineIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.newline = "";
        run.run();
        fails(
                () -> ChunkRule.check(run.traffic()),
                CHUNKS,
                "chunks of 10 bytes, but no newline behind “2025-12-13T10:00:01.000 | Client2 | VOIP | VOICE_FRAME_1: hello from Client2”"
                        + " (packets 29 to 57)");
    }

    @Test
    void aNewlineThatIsNotAloneIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.newlineAlone = false;
        run.run();
        fails(
                () -> ChunkRule.check(run.traffic()),
                CHUNKS,
                "the newline comes together with the rest of its row: packet 57");
    }

    @Test
    void chunksWithoutPausesAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunkPauseMs = 0;
        run.run();
        fails(
                () -> PacingRule.check(run.traffic()),
                "about 50 ms between the chunks of a row, and 100 ms behind its newline",
                "31 of 31 gaps are under 45 ms, the first is 0.1 ms before packet 33");
    }

    @Test
    void pausesThatAreTooLongAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunkPauseMs = 100;
        run.run();
        fails(
                () -> PacingRule.check(run.traffic()),
                "about 50 ms between the chunks of a row, and 100 ms behind its newline",
                "the median gap is 100.1 ms");
    }

    @Test
    void rowsWithoutAPauseBetweenThemAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rowPauseMs = 50;
        run.run();
        fails(
                () -> PacingRule.check(run.traffic()),
                "about 50 ms between the chunks of a row, and 100 ms behind its newline",
                "the median pause between rows is 50.1 ms");
    }

    @Test
    void aMissingRowIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        List<MessageRow> all = run.rows.get(LabFlow.VOIP);
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        all.stream().filter(row -> row.number() != 3).forEach(row -> run.voip(row.payload()));
        fails(
                () -> RowRules.rows(run.end().traffic()),
                "row 3 of voip_messages.csv (“VOICE_FRAME_3: test packet 2”) is sent to port 9002",
                "no packet has it; 3 other rows of the file were sent");
    }

    @Test
    void aChangedRowIsNamedWithItsPacket() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload().replace("second", "2nd")));
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
        fails(
                () -> RowRules.rows(run.end().traffic()),
                "row 2 of chat_messages.csv (“This is a second chat message.”) as"
                        + " “C1-CHAT: 2025-12-13T10:00:02 | Client1 | CHAT | This is a second chat message.”",
                "packet 17 carries “C1-CHAT: 2025-12-13T10:00:02 | Client1 | CHAT | This is a 2nd chat message.”");
    }

    @Test
    void anInventedRowIsNamedWithItsPacket() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
        run.chat("C1-CHAT: and more");
        fails(
                () -> RowRules.rows(run.end().traffic()),
                "nothing but the rows of chat_messages.csv on port 9001",
                "packet 169 carries “C1-CHAT: and more”, which is no row of the file");
    }

    @Test
    void rowsInAnotherOrderAreNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        List<MessageRow> chat = new ArrayList<>(run.rows.get(LabFlow.CHAT));
        chat.add(1, chat.remove(2));
        chat.forEach(row -> run.chat(row.payload()));
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
        fails(
                () -> RowRules.rows(run.end().traffic()),
                "the rows in the order of chat_messages.csv",
                "row 3 of chat_messages.csv (“Do you hear me well?”) is sent too early, in packet 17");
    }

    @Test
    void aChatRowInManySegmentsIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        for (MessageRow row : run.rows.get(LabFlow.CHAT)) {
            run.pieces(row.payload()).forEach(piece -> run.chat(new String(piece, StandardCharsets.UTF_8)));
        }
        fails(
                () -> RowRules.chatSegments(run.traffic()),
                "on the sender's leg (stream at 127.0.0.1:50000) each chat row in one segment, at most 3",
                "“C1-CHAT: 2025-12-13T10:00:00 | Client1 | CHAT | Hi, this is Client1 (chat).” comes in 8 segments (packets 13 to 41)");
    }

    @Test
    void aRelayThatWaitsForNewlinesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            for (byte[] piece : run.pieces(row.payload())) {
                run.voipSender.send(true, piece);
                run.tape.waitMs(50);
            }
            run.voipReceiver.hear(row.payload() + "\n");
        }
        fails(
                () -> RelayRule.check(run.traffic()),
                "the VoIP bytes that 127.0.0.1:50003 sends come to the other client, 127.0.0.1:50001, piece by piece",
                "of the pieces sent only 3 of 34 were handed on as they came; packet 47 has 77 bytes at once");
    }

    @Test
    void aRelayThatMakesTextOfBytesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say("C1-CHAT: ș");
        run.chatReceiver.hear("C1-CHAT: ?");
        run.voip("VOICE");
        fails(
                () -> RelayRule.check(run.traffic()),
                "the chat bytes that 127.0.0.1:50000 sends come to the other client, 127.0.0.1:50002",
                "from byte 9 on they differ: packet 13 sends “ș”, packet 15 brings “?”");
    }

    @Test
    void crossedFlowsAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say(run.rows.get(LabFlow.CHAT).get(0).payload());
        run.chatReceiver.hear(run.rows.get(LabFlow.VOIP).get(0).payload());
        run.voip("VOICE");
        fails(
                () -> RelayRule.check(run.traffic()),
                "the chat bytes that 127.0.0.1:50000 sends come to the other client, 127.0.0.1:50002",
                "the flows are crossed: packet 15 brings “2025-12-13T10:00:01.000 | Clie”");
    }

    @Test
    void aRelayThatEchoesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say("C1-CHAT: hi").hear("C1-CHAT: hi");
        run.voip("VOICE");
        fails(
                () -> RelayRule.check(run.traffic()),
                "the chat bytes that 127.0.0.1:50000 sends come to the other client, 127.0.0.1:50002",
                "nothing comes to it; the bytes go back to their sender");
    }

    private static MessageRow row(LabFlow flow, int number, String message) {
        return new MessageRow(flow, number, List.of("10:00:00", "Client", flow.name(), message));
    }

    private static void passes(TwoFlowTape run) throws IOException {
        TwoFlowTraffic traffic = run.traffic();
        assertThat(StreamRules.streams(traffic.trace()))
                .isEqualTo("2 streams to port 9001 and 2 streams to port 9002.");
        StreamRules.ports(traffic);
        assertThat(RowRules.chatSegments(traffic)).contains("row");
        assertThat(ChunkRule.check(traffic)).contains("of 10, 10");
        assertThat(PacingRule.check(traffic)).startsWith("Median gap 50.");
        assertThat(RowRules.rows(traffic)).contains("row 1 of chat_messages.csv", "row 1 of voip_messages.csv");
        assertThat(RelayRule.check(traffic)).contains("bytes handed on to");
    }

    private static CheckFailure fails(ThrowingCallable rule, String expected, String got) {
        CheckFailure failure = catchThrowableOfType(CheckFailure.class, rule);
        assertThat(failure).isNotNull();
        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.got()).isEqualTo(got);
        return failure;
    }
}
