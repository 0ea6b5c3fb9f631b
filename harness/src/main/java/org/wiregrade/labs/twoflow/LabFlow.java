package org.wiregrade.labs.twoflow;

/** The lab's two flows. */
enum LabFlow {
    CHAT("chat", 9001, "chat_messages.csv", "C1-CHAT: "),
    VOIP("VoIP", 9002, "voip_messages.csv", "");

    private final String words;
    private final int port;
    private final String file;
    private final String mark;

    LabFlow(String words, int port, String file, String mark) {
        this.words = words;
        this.port = port;
        this.file = file;
        this.mark = mark;
    }

    /** What sentences call it. */
    String words() {
        return words;
    }

    int port() {
        return port;
    }

    /** The file that its rows are in. */
    String file() {
        return file;
    }

    /** What stands in front of each row on the wire. */
    String mark() {
        return mark;
    }

    LabFlow other() {
        return this == CHAT ? VOIP : CHAT;
    }
}
