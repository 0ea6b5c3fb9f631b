package org.wiregrade.labs.chat;

import java.util.Locale;
import org.wiregrade.testbed.TcpConnection;

/** The likely cause of a message that is not exactly as asked, from what stands in it. */
final class PrefixMistake {
    private PrefixMistake() {}

    /**
     * A hint.
     *
     * @param label what stands in front of the text
     * @param came the whole message
     * @param text what was said
     */
    static String of(Talk talk, TcpConnection sender, TcpConnection listener, String label, String came, String text) {
        String wanted = Labels.of(sender.local());
        String port = String.valueOf(sender.local().port());
        if (came.equals(text)) {
            return "The prefix is missing: put \"[\" + Peer.of(sender) + \"] \" in front of the text.";
        }
        if (came.equalsIgnoreCase(wanted + text)) {
            return "The text must stay as it was typed; only the example server answers in capitals.";
        }
        if (came.endsWith(wanted + text)) {
            return "Something stands between this message and the one before: add nothing behind the text.";
        }
        if (label.equals(wanted)) {
            return "The prefix is right, but the text was changed: pass it on as it came.";
        }
        if (label.contains(":" + talk.room().server().port())) {
            return "That is the server's own port: ask the sender's socket for the other end's, with getPort().";
        }
        if (label.contains(":" + listener.local().port())) {
            return "That is the port of the client that gets the message: use the sender's.";
        }
        if (label.strip().equals(wanted.strip())) {
            return "The brackets are right; one space belongs between them and the text.";
        }
        if (label.contains(port) && !label.contains("[")) {
            return "The address belongs in square brackets.";
        }
        if (label.contains(port) && !label.contains(sender.local().toString())) {
            return "The whole address belongs in the brackets, ip:port, and nothing else.";
        }
        if (label.toLowerCase(Locale.ROOT).contains(sender.local().toString())) {
            return "The address is there, but something else too: only [ip:port] and one space belong in front.";
        }
        return "";
    }
}
