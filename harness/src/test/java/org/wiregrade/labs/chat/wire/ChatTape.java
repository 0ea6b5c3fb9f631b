package org.wiregrade.labs.chat.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;

/** A tape of a chat, and the log that its server would have written. */
public final class ChatTape {
    public final Tape tape;
    public final List<Tape.Line> clients = new ArrayList<>();
    public final StringBuilder log = new StringBuilder("[START] TCP multi-client chat server on 127.0.0.1:3333\n");

    public ChatTape(Tape tape) {
        this.tape = tape;
    }

    public static ChatTape withClients(int count) {
        ChatTape chat = new ChatTape(Tape.on(LinkLayer.ETHERNET));
        chat.join(count);
        return chat;
    }

    /** Clients connect, and some time passes. */
    public void join(int count) {
        for (int i = 0; i < count; i++) {
            clients.add(tape.open(40_000 + 2 * clients.size(), 3333));
            log.append("[CONNECT] New client from ")
                    .append(client(clients.size() - 1))
                    .append('\n');
        }
        tape.waitMs(1000);
    }

    public String client(int index) {
        return clients.get(index).address();
    }

    /** One client speaks; nothing comes of it. */
    public ChatTape say(int speaker, String text) {
        clients.get(speaker).say(text);
        log.append("[RECV] From ")
                .append(client(speaker))
                .append(" -> ")
                .append(text.strip())
                .append('\n');
        return this;
    }

    /** The server sends something to one client. */
    public ChatTape hear(int listener, String text) {
        clients.get(listener).hear(text);
        log.append("[FWD] To ")
                .append(client(listener))
                .append(" -> ")
                .append(text.strip())
                .append('\n');
        return this;
    }

    /** One client speaks, all others hear it as the lab asks, and a second passes. */
    public ChatTape chat(int speaker, String text) {
        say(speaker, text);
        for (int i = 0; i < clients.size(); i++) {
            if (i != speaker) {
                hear(i, "[" + client(speaker) + "] " + text);
            }
        }
        tape.waitMs(1000);
        return this;
    }

    public CapturedExchange exchange() throws IOException {
        return CapturedExchange.of(tape.capture(), ChatAssignment.PORT);
    }
}
