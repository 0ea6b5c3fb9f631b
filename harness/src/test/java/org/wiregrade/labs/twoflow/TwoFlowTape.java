package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wiregrade.capture.Capture;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.wire.MessageRows;
import org.wiregrade.labs.twoflow.wire.TwoFlowTraffic;

/** A tape of a two-flow run; what is not told otherwise is as the lab asks. */
final class TwoFlowTape {
    final Tape tape;
    final Map<LabFlow, List<MessageRow>> rows = new EnumMap<>(LabFlow.class);
    final Tape.Line chatSender;
    final Tape.Line chatReceiver;
    final Tape.Line voipSender;
    final Tape.Line voipReceiver;
    int chunk = 10;
    int chunkPauseMs = 50;
    int rowPauseMs = 100;
    String newline = "\n";
    boolean newlineAlone = true;

    TwoFlowTape() {
        this(Tape.on(LinkLayer.ETHERNET), 9001, 9002);
    }

    TwoFlowTape(Tape tape, int chatPort, int voipPort) {
        this.tape = tape;
        for (LabFlow flow : LabFlow.values()) {
            rows.put(flow, MessageRows.samples(flow));
        }
        chatSender = tape.open(50_000, chatPort);
        voipReceiver = tape.open(50_001, voipPort);
        chatReceiver = tape.open(50_002, chatPort);
        voipSender = tape.open(50_003, voipPort);
        tape.waitMs(300);
    }

    TwoFlowTape chat(String payload) {
        chatSender.say(payload);
        chatReceiver.hear(payload);
        tape.waitMs(300);
        return this;
    }

    /** A VoIP row as it is asked for, or as the fields tell. */
    TwoFlowTape voip(String payload) {
        for (byte[] each : chunks(payload)) {
            voipSender.send(true, each);
            voipReceiver.send(false, each);
            tape.waitMs(chunkPauseMs);
        }
        tape.waitMs(rowPauseMs - chunkPauseMs);
        return this;
    }

    List<byte[]> chunks(String payload) {
        byte[] bytes = (newlineAlone ? payload : payload + newline).getBytes(StandardCharsets.UTF_8);
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += chunk) {
            chunks.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk)));
        }
        if (newlineAlone && !newline.isEmpty()) {
            chunks.add(newline.getBytes(StandardCharsets.UTF_8));
        }
        return chunks;
    }

    /** All rows of both files, then the end. */
    TwoFlowTape run() {
        rows.get(LabFlow.CHAT).forEach(row -> chat(row.payload()));
        rows.get(LabFlow.VOIP).forEach(row -> voip(row.payload()));
        return end();
    }

    TwoFlowTape end() {
        for (Tape.Line line : List.of(chatSender, chatReceiver, voipSender, voipReceiver)) {
            line.close();
        }
        return this;
    }

    TwoFlowTraffic traffic() throws IOException {
        Capture capture = tape.capture();
        return TwoFlowTraffic.of(capture.trace(), rows, capture.dropped(), LabFlow::port);
    }
}
