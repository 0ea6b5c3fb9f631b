package org.wiregrade.labs.twoflow.rule;

/** The lab's two flows. */
public enum LabFlow {
    CHAT("chat", 1, Assignment.CHAT_PORT, "chat_messages.csv", Assignment.CHAT_MARK),
    VOIP("VoIP", 2, Assignment.VOIP_PORT, "voip_messages.csv", "");

    private final String words;
    private final int client;
    private final int port;
    private final String file;
    private final String mark;

    LabFlow(String words, int client, int port, String file, String mark) {
        this.words = words;
        this.client = client;
        this.port = port;
        this.file = file;
        this.mark = mark;
    }

    /** What sentences call it. */
    public String words() {
        return words;
    }

    /** Who sends its rows, in a sentence. */
    public String client() {
        return "client " + client;
    }

    public int port() {
        return port;
    }

    /** The file that its rows are in. */
    public String file() {
        return file;
    }

    /** What stands in front of each row on the wire. */
    public String mark() {
        return mark;
    }

    public LabFlow other() {
        return this == CHAT ? VOIP : CHAT;
    }
}
