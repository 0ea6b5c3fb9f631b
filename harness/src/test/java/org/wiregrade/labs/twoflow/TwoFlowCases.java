package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.wiregrade.labs.evidence.EvidenceCase;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;

/** Scripted evidence of the two-flow lab; what is not told otherwise is as the lab asks. */
final class TwoFlowCases {
    private static final String CHAT_CSV = """
            timestamp,speaker,flow,message
            2025-12-13T10:00:00,Client1,CHAT,"Hi, this is Client1 (chat)."
            2025-12-13T10:00:02,Client1,CHAT,This is a second chat message.
            2025-12-13T10:00:05,Client1,CHAT,Do you hear me well?
            2025-12-13T10:00:08,Client1,CHAT,Bye from chat!
            """;
    private static final String VOIP_CSV = """
            timestamp,speaker,flow,message
            2025-12-13T10:00:01.000,Client2,VOIP,VOICE_FRAME_1: hello from Client2
            2025-12-13T10:00:01.020,Client2,VOIP,VOICE_FRAME_2: test packet 1
            2025-12-13T10:00:01.040,Client2,VOIP,VOICE_FRAME_3: test packet 2
            2025-12-13T10:00:01.060,Client2,VOIP,VOICE_FRAME_4: goodbye
            """;

    private final List<EvidenceCase> cases = new ArrayList<>();

    private TwoFlowCases() {}

    static List<EvidenceCase> all() {
        TwoFlowCases cases = new TwoFlowCases();
        cases.right();
        cases.wrongFiles();
        cases.wrongSender();
        cases.wrongRows();
        cases.wrongRelay();
        return cases.cases;
    }

    private void add(String name, byte[] capture) {
        add(name, capture, CHAT_CSV, VOIP_CSV);
    }

    private void add(String name, byte[] capture, String chat, String voip) {
        cases.add(new EvidenceCase(name)
                .file("evidence/" + Assignment.CAPTURE, capture)
                .file(LabFlow.CHAT.file(), chat)
                .file(LabFlow.VOIP.file(), voip));
    }

    private void add(String name, TwoFlowTape run) {
        add(name, run.tape.pcapng());
    }

    private void add(String name, Consumer<TwoFlowTape> change) {
        TwoFlowTape run = new TwoFlowTape();
        change.accept(run);
        add(name, run.run());
    }

    private static TwoFlowTape on(Tape tape) {
        return new TwoFlowTape(tape, 9001, 9002);
    }

    private static void chatRows(TwoFlowTape run) {
        run.rows.get(LabFlow.CHAT).forEach(row -> run.chat(row.payload()));
    }

    private static void voipRows(TwoFlowTape run) {
        run.rows.get(LabFlow.VOIP).forEach(row -> run.voip(row.payload()));
    }

    private void right() {
        add("right-any-interface", on(Tape.on(LinkLayer.SLL2)).run());
        add("right-macos-loopback", on(Tape.on(LinkLayer.NULL)).run());
        add("right-windows-six", on(Tape.onSix(LinkLayer.NULL)).run());
        add("right-captured-twice", on(Tape.on(LinkLayer.ETHERNET).twice()).run());
        TwoFlowTape lossy = new TwoFlowTape();
        chatRows(lossy);
        for (MessageRow row : lossy.rows.get(LabFlow.VOIP)) {
            lossy.tape.lose(row.number() == 2 ? 7 : 0);
            lossy.voip(row.payload());
        }
        lossy.tape.reportDrops(7);
        add("right-packets-lost", lossy.end());
        TwoFlowTape again = new TwoFlowTape();
        chatRows(again);
        for (MessageRow row : again.rows.get(LabFlow.VOIP)) {
            again.voip(row.payload());
            again.voipSender.sayAgain("\n");
        }
        add("right-retransmissions", again.end());
        TwoFlowTape joined = new TwoFlowTape();
        chatRows(joined);
        for (MessageRow row : joined.rows.get(LabFlow.VOIP)) {
            joined.chunk = row.number() == 2 ? 20 : 10;
            joined.voip(row.payload());
        }
        add("right-some-joined", joined.end());
        TwoFlowTape own = new TwoFlowTape();
        own.rows.put(LabFlow.CHAT, List.of(row(LabFlow.CHAT, 1, "two\nlines, \"quoted\"")));
        own.rows.put(LabFlow.VOIP, List.of(row(LabFlow.VOIP, 1, "știință, 你好"), row(LabFlow.VOIP, 2, "😀😀😀")));
        String header = "timestamp,speaker,flow,message\r\n10:00:00,me,";
        add(
                "right-own-rows",
                own.run().tape.pcapng(),
                "\uFEFF" + header + "CHAT,\"two\nlines, \"\"quoted\"\"\"\r\n",
                header + "VOIP,\"știință, 你好\"\r\n10:00:00,me,VOIP,😀😀😀\r\n\r\n");
        cases.add(new EvidenceCase("right-without-csv-files")
                .file(Assignment.CAPTURE, new TwoFlowTape().run().tape.pcapng()));
    }

    private static MessageRow row(LabFlow flow, int number, String message) {
        return new MessageRow(flow, number, List.of("10:00:00", "me", flow.name(), message));
    }

    private void wrongFiles() {
        Tape good = new TwoFlowTape().run().tape;
        add("wrong-classic-pcap", good.pcap());
        add("wrong-cut-short", Arrays.copyOf(good.pcapng(), good.pcapng().length / 2));
        add("wrong-not-a-capture", CHAT_CSV.getBytes(StandardCharsets.UTF_8));
        add("wrong-csv-columns", good.pcapng(), CHAT_CSV.replace("timestamp,speaker", "time,who"), VOIP_CSV);
        add("wrong-csv-of-another-run", good.pcapng(), CHAT_CSV.replace("Client1", "Ana"), VOIP_CSV);
    }

    private void wrongSender() {
        add("wrong-chunks-of-9", run -> run.chunk = 9);
        add("wrong-chunks-of-20", run -> run.chunk = 20);
        add("wrong-whole-rows", run -> run.chunk = 1000);
        add("wrong-no-newline", run -> run.newline = "");
        add("wrong-newline-with-the-rest", run -> run.newlineAlone = false);
        add("wrong-no-pauses", run -> run.chunkPauseMs = 0);
        add("wrong-pauses-of-100-ms", run -> run.chunkPauseMs = 100);
        add("wrong-no-pause-between-rows", run -> run.rowPauseMs = 50);
        TwoFlowTape nagle = new TwoFlowTape();
        chatRows(nagle);
        StringBuilder rest = new StringBuilder();
        nagle.rows.get(LabFlow.VOIP).forEach(row -> rest.append(row.payload()).append('\n'));
        nagle.voipSender.say(rest.substring(0, 10)).say(rest.substring(10, 149)).say(rest.substring(149));
        nagle.voipReceiver.hear(rest.substring(0, 149)).hear(rest.substring(149));
        add("wrong-no-pauses-and-joined", nagle.end());
        TwoFlowTape chunked = new TwoFlowTape();
        for (MessageRow row : chunked.rows.get(LabFlow.CHAT)) {
            chunked.chunks(row.payload()).forEach(chunk -> chunked.chat(new String(chunk, StandardCharsets.UTF_8)));
        }
        voipRows(chunked);
        add("wrong-chat-in-chunks", chunked.end());
        add("wrong-ports-swapped", new TwoFlowTape(Tape.on(LinkLayer.ETHERNET), 9002, 9001).run());
        add("wrong-both-on-one-port", new TwoFlowTape(Tape.on(LinkLayer.ETHERNET), 9001, 9001).run());
        TwoFlowTape twice = new TwoFlowTape().run();
        twice.tape.open(60_000, 9001).say("again");
        add("right-beside-another-connection", twice);
        TwoFlowTape silent = new TwoFlowTape();
        chatRows(silent);
        add("wrong-nothing-on-voip", silent.end());
    }

    private void wrongRows() {
        TwoFlowTape missing = new TwoFlowTape();
        chatRows(missing);
        missing.rows.get(LabFlow.VOIP).stream()
                .filter(row -> row.number() != 3)
                .forEach(row -> missing.voip(row.payload()));
        add("wrong-row-missing", missing.end());
        TwoFlowTape changed = new TwoFlowTape();
        changed.rows.get(LabFlow.CHAT).forEach(row -> changed.chat(row.payload().replace("second", "2nd")));
        voipRows(changed);
        add("wrong-row-changed", changed.end());
        TwoFlowTape invented = new TwoFlowTape();
        chatRows(invented);
        invented.chat("C1-CHAT: one more");
        voipRows(invented);
        add("wrong-row-invented", invented.end());
        TwoFlowTape order = new TwoFlowTape();
        List<MessageRow> rows = new ArrayList<>(order.rows.get(LabFlow.CHAT));
        rows.add(1, rows.remove(2));
        rows.forEach(row -> order.chat(row.payload()));
        voipRows(order);
        add("wrong-row-order", order.end());
        TwoFlowTape form = new TwoFlowTape();
        form.rows.get(LabFlow.CHAT).forEach(row -> form.chat(row.payload().replace("C1-CHAT: ", "")));
        voipRows(form);
        add("wrong-form-of-rows", form.end());
    }

    private void wrongRelay() {
        TwoFlowTape lines = new TwoFlowTape();
        chatRows(lines);
        for (MessageRow row : lines.rows.get(LabFlow.VOIP)) {
            for (byte[] chunk : lines.chunks(row.payload())) {
                lines.voipSender.send(true, chunk);
                lines.tape.waitMs(50);
            }
            lines.voipReceiver.hear(row.payload() + "\n");
            lines.tape.waitMs(50);
        }
        add("wrong-relay-waits-for-newlines", lines.end());
        TwoFlowTape crossed = new TwoFlowTape();
        for (MessageRow row : crossed.rows.get(LabFlow.CHAT)) {
            crossed.chatSender.say(row.payload());
            crossed.voipReceiver.hear(row.payload());
            crossed.tape.waitMs(300);
        }
        for (MessageRow row : crossed.rows.get(LabFlow.VOIP)) {
            for (byte[] chunk : crossed.chunks(row.payload())) {
                crossed.voipSender.send(true, chunk);
                crossed.chatReceiver.send(false, chunk);
                crossed.tape.waitMs(50);
            }
            crossed.tape.waitMs(50);
        }
        add("wrong-flows-crossed", crossed.end());
        TwoFlowTape text = new TwoFlowTape();
        chatRows(text);
        text.rows.put(LabFlow.VOIP, List.of(row(LabFlow.VOIP, 1, "știință și voce")));
        MessageRow row = text.rows.get(LabFlow.VOIP).get(0);
        for (byte[] chunk : text.chunks(row.payload())) {
            text.voipSender.send(true, chunk);
            text.voipReceiver.hear(new String(chunk, StandardCharsets.UTF_8));
            text.tape.waitMs(50);
        }
        add(
                "wrong-relay-makes-text",
                text.end().tape.pcapng(),
                CHAT_CSV,
                "timestamp,speaker,flow,message\n10:00:00,me,VOIP,știință și voce\n");
        TwoFlowTape stuck = new TwoFlowTape();
        stuck.rows.get(LabFlow.CHAT).forEach(each -> stuck.chatSender.say(each.payload()));
        voipRows(stuck);
        add("wrong-chat-not-handed-on", stuck.end());
    }
}
