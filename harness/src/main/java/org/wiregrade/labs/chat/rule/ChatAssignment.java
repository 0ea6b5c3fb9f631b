package org.wiregrade.labs.chat.rule;

import java.util.regex.Pattern;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.wire.Endpoint;

/** What the chat lab asks of a student, as its page says it. */
public final class ChatAssignment {
    public static final StudentProgram SERVER = new StudentProgram("chat server", "chat.ChatServer");
    public static final StudentProgram CLIENT = new StudentProgram("chat client", "chat.ChatClient");

    /** The port of the lab; a capture of another one is not of this lab. */
    public static final int PORT = 3333;

    /** What the given code prints once clients can connect. */
    public static final Pattern READY = Pattern.compile("\\[INFO\\].*:(?<port>-?\\d+)\\s*$");

    /** The most bytes that the given code reads at once. */
    public static final int BUFFER_SIZE = 1024;

    /** The names of the files of evidence. */
    public static final String OUTPUT = "tcp_multiclient_server_output.txt";

    public static final String CAPTURE = "tcp_multiclient_chat_capture.pcapng";

    /** How many clients a capture shows at least, and how many of them send something. */
    public static final int STREAMS = 3;

    public static final int SPEAKERS = 2;

    /** How many messages are logged at least, and of how many clients. */
    public static final int LOGGED_MESSAGES = 5;

    public static final int LOGGED_CLIENTS = 2;

    public static final int FEWEST_SENTENCES = 5;
    public static final int MOST_SENTENCES = 7;

    private ChatAssignment() {}

    /** What stands in front of a client's text; addresses have no brackets of their own. */
    public static String prefix(Endpoint sender) {
        return "[" + sender.ip() + ":" + sender.port() + "] ";
    }
}
