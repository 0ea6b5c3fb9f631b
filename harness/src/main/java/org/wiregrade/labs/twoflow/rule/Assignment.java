package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import org.wiregrade.testbed.Lab.StudentProgram;

/** What the lab asks for; titles, hints and rules take it from here, and a test holds the students' page and programs to it. */
public final class Assignment {
    public static final StudentProgram RELAY = new StudentProgram("relay", "twoflow.Relay");
    public static final StudentProgram CHAT_SENDER = new StudentProgram("chat client (client 1)", "twoflow.ChatSender");
    public static final StudentProgram VOIP_SENDER = new StudentProgram("VoIP client (client 2)", "twoflow.VoipSender");
    public static final List<StudentProgram> PROGRAMS = List.of(RELAY, CHAT_SENDER, VOIP_SENDER);

    public static final int CHAT_PORT = 9001;
    public static final int VOIP_PORT = 9002;

    /** Two clients, each connected to both ports. */
    public static final int STREAMS_PER_PORT = 2;

    /** Bytes of a VoIP chunk; the last one of a row has what remains, and a newline alone follows it. */
    public static final int CHUNK = 10;

    /** How many bytes the relay reads at a time, at most. */
    public static final int BUFFER_SIZE = 1024;

    public static final int CHUNK_PAUSE_MS = 50;
    public static final int ROW_PAUSE_MS = 100;

    /** What lies between two chat rows, each in one write. */
    public static final int CHAT_PAUSE_MS = 300;

    public static final String COLUMNS = "timestamp,speaker,flow,message";
    public static final String SEPARATOR = " | ";
    public static final String CHAT_MARK = "C1-CHAT: ";

    /** The form of a row on the wire, in the columns' names; a VoIP row has no mark in front. */
    public static final String ROW_FORM = "timestamp | speaker | flow | message";

    public static final String CAPTURE = "two_flow_capture.pcapng";

    private Assignment() {}

    /** How many chunks so many bytes make. */
    static int chunks(int bytes) {
        return (bytes + CHUNK - 1) / CHUNK;
    }
}
