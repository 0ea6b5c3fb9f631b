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
import org.junit.jupiter.params.provider.EnumSource;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;
import org.wiregrade.labs.twoflow.rule.ChunkRule;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.wire.RowPlaces;
import org.wiregrade.labs.twoflow.wire.StreamRules;
import org.wiregrade.labs.twoflow.wire.TwoFlowTraffic;
import org.wiregrade.labs.twoflow.wire.Ways;
import org.wiregrade.testbed.CheckFailure;

class TwoFlowEvidenceTest {
    private static final String CHUNKS =
            "127.0.0.1:50003 sends each VoIP row in chunks of 10 bytes, the last one with what remains";
    private static final String NEWLINES =
            "127.0.0.1:50003 sends one newline behind each VoIP row, in a chunk of its own";
    private static final String PACE = "a pause of 50 ms after each chunk, and of 100 ms after the newline of a row";
    private static final String FIRST_ROW = "row 1 of voip_messages.csv (“VOICE_FRAME_1: hello from Client2”)";
    private static final String FORWARDED = "what 127.0.0.1:50000 sends on the chat flow comes to 127.0.0.1:50002";

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
            for (byte[] chunk : run.chunks(row.payload())) {
                run.voipSender.send(true, chunk);
                held.append(new String(chunk, StandardCharsets.UTF_8));
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
                "the two flows are on each other's ports: packets 29 to 37 carry “2025-12-13T10:00:01.000 | Clie” to port 9001");
    }

    @Test
    void aPortWithoutItsFlowIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape().chat("hello");
        run.voipSender.say("hi");
        fails(
                () -> StreamRules.ports(run.traffic()),
                "the chat flow on port 9001 and the VoIP flow on port 9002",
                "no chat row is sent to port 9001: packet 13 carries “hello” to port 9001");
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
    void ofMoreConnectionsThoseOfTheFullestRunAreJudged() throws IOException {
        TwoFlowTape run = new TwoFlowTape().run();
        run.tape.open(60_000, 9001).say("again");
        run.tape.open(60_001, 9002);

        assertThat(StreamRules.streams(run.traffic().trace()))
                .isEqualTo("2 streams to port 9001 and 2 streams to port 9002.");
        assertThat(run.traffic().trace().streams())
                .noneMatch(stream -> stream.client().port() >= 60_000);
    }

    @Test
    void anotherChunkSizeIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = 9;
        run.run();
        fails(() -> chunks(run), CHUNKS, "most chunks have 9 bytes (packets 29 to 61)");
    }

    @Test
    void chunksOfTwiceTheSizeAreNotJoinedOnes() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = 20;
        run.run();
        CheckFailure failure = fails(() -> chunks(run), CHUNKS, "most chunks have 20 bytes (packets 29 to 41)");
        assertThat(failure.hint()).isEqualTo("10 are asked for: one write for each chunk of CHUNK_SIZE bytes.");
    }

    @Test
    void wholeRowsAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunk = 1000;
        run.run();
        fails(() -> chunks(run), CHUNKS, "all 76 bytes of " + FIRST_ROW + " come at once (packet 29)");
    }

    @Test
    void aMissingNewlineIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.newline = "";
        run.run();
        fails(() -> chunks(run), NEWLINES, "there is no newline behind " + FIRST_ROW + " (packets 29 to 57)");
    }

    @Test
    void aNewlineThatIsNotAloneIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.newlineAlone = false;
        run.run();
        fails(
                () -> chunks(run),
                NEWLINES,
                "the newline comes together with the last chunk of " + FIRST_ROW + " (packet 57)");
    }

    @Test
    void chunksWithoutPausesAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunkPauseMs = 0;
        run.run();
        fails(
                () -> pacing(run.traffic()),
                PACE,
                "the usual pause is about 0 ms, for the first time in " + FIRST_ROW + " (packet 33)");
    }

    @Test
    void pausesThatAreTooLongAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chunkPauseMs = 100;
        run.run();
        fails(() -> pacing(run.traffic()), PACE, "the usual pause is about 100 ms: too long");
    }

    @Test
    void rowsWithoutAPauseBetweenThemAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rowPauseMs = 50;
        run.run();
        fails(() -> pacing(run.traffic()), PACE, "the pause between rows is about 50 ms");
    }

    @Test
    void aMissingRowIsNamed() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        List<MessageRow> all = run.rows.get(LabFlow.VOIP);
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        all.stream().filter(row -> row.number() != 3).forEach(row -> run.voip(row.payload()));
        fails(
                () -> RowPlaces.check(run.end().traffic()),
                "127.0.0.1:50003 sends each of the 4 rows of its VoIP file once",
                "row 3 of voip_messages.csv (“VOICE_FRAME_3: test packet 2”) is never sent");
    }

    @Test
    void aChangedRowIsNamedWithItsPacket() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload().replace("second", "2nd")));
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
        fails(
                () -> RowPlaces.check(run.end().traffic()),
                "“C1-CHAT: 2025-12-13T10:00:02 | Client1 | CHAT | This is a second chat message.” for row 2 of chat_messages.csv",
                "packet 17 carries “C1-CHAT: 2025-12-13T10:00:02 | Client1 | CHAT | This is a 2nd chat message.”");
    }

    @Test
    void anInventedRowIsNamedWithItsPacket() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
        run.chat("C1-CHAT: and more");
        fails(
                () -> RowPlaces.check(run.end().traffic()),
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
                () -> RowPlaces.check(run.end().traffic()),
                "the rows are sent in the order of the file",
                "row 3 of chat_messages.csv (“Do you hear me well?”) is sent before row 2 of chat_messages.csv (packet 17)");
    }

    @Test
    void aChatRowInManySegmentsIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        for (MessageRow row : run.rows.get(LabFlow.CHAT)) {
            run.chunks(row.payload()).forEach(chunk -> run.chat(new String(chunk, StandardCharsets.UTF_8)));
        }
        fails(
                () -> run.traffic().chunks(LabFlow.CHAT, Tolerance.CAPTURED).requireFew(),
                "127.0.0.1:50000 sends each chat row in one write, which makes one segment",
                "row 1 of chat_messages.csv (“Hi, this is Client1 (chat).”) comes in 8 segments (packets 13 to 41)");
    }

    @Test
    void aRelayThatWaitsForNewlinesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
        for (MessageRow row : run.rows.get(LabFlow.VOIP)) {
            for (byte[] chunk : run.chunks(row.payload())) {
                run.voipSender.send(true, chunk);
                run.tape.waitMs(50);
            }
            run.voipReceiver.hear(row.payload() + "\n");
        }
        fails(
                () -> Ways.check(run.traffic()),
                "what 127.0.0.1:50003 sends on the VoIP flow comes to 127.0.0.1:50001 chunk by chunk, each before the next one is sent",
                "a chunk comes only when a newline was sent behind it: only 3 of 34 are handed on as they came, packet 47 carries 77 bytes at once");
    }

    @Test
    void aRelayThatMakesTextOfBytesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say("C1-CHAT: ș");
        run.chatReceiver.hear("C1-CHAT: ?");
        run.voip("VOICE");
        fails(
                () -> Ways.check(run.traffic()),
                FORWARDED + " byte for byte, whatever the bytes mean",
                "hex c8 99 (packet 13) comes as hex 3f (packet 15)");
    }

    @Test
    void crossedFlowsAreSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say("C1-CHAT: hello");
        run.voipReceiver.hear("C1-CHAT: hello");
        run.voipSender.say("VOICE");
        run.chatReceiver.hear("VOICE");
        fails(() -> Ways.check(run.traffic()), FORWARDED, "it comes to 127.0.0.1:50001 on the VoIP flow (packet 15)");
    }

    @Test
    void aRelayThatEchoesIsSeen() throws IOException {
        TwoFlowTape run = new TwoFlowTape();
        run.chatSender.say("C1-CHAT: hi").hear("C1-CHAT: hi");
        run.voip("VOICE");
        fails(() -> Ways.check(run.traffic()), FORWARDED, "it comes back to its sender (packet 15)");
    }

    private static MessageRow row(LabFlow flow, int number, String message) {
        return new MessageRow(flow, number, List.of("10:00:00", "Client", flow.name(), message));
    }

    private static void passes(TwoFlowTape run) throws IOException {
        TwoFlowTraffic traffic = run.traffic();
        assertThat(StreamRules.streams(traffic.trace()))
                .isEqualTo("2 streams to port 9001 and 2 streams to port 9002.");
        StreamRules.ports(traffic);
        assertThat(traffic.chunks(LabFlow.CHAT, Tolerance.CAPTURED).requireFew())
                .contains("row");
        assertThat(chunks(run)).contains("of 10, 10");
        assertThat(pacing(traffic)).startsWith("Median gap 50.");
        assertThat(RowPlaces.check(traffic)).contains("row 1 of chat_messages.csv", "row 1 of voip_messages.csv");
        assertThat(Ways.check(traffic)).contains("bytes handed on to");
    }

    private static String chunks(TwoFlowTape run) throws IOException {
        ChunkRule rule = run.traffic().chunks(LabFlow.VOIP, Tolerance.CAPTURED);
        String sizes = rule.requireChunks();
        rule.requireNewlines();
        return sizes;
    }

    private static String pacing(TwoFlowTraffic traffic) {
        return traffic.pacing().requirePauses(50);
    }

    private static CheckFailure fails(ThrowingCallable rule, String expected, String got) {
        CheckFailure failure = catchThrowableOfType(CheckFailure.class, rule);
        assertThat(failure).isNotNull();
        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.got()).isEqualTo(got);
        return failure;
    }
}
