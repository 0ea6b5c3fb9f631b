package org.wiregrade.labs.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.wire.ChatTape;
import org.wiregrade.labs.evidence.EvidenceCase;
import org.wiregrade.labs.evidence.LinkLayer;
import org.wiregrade.labs.evidence.Tape;

/** Scripted evidence of the chat lab; what is not told otherwise is as the lab asks. */
final class ChatCases {
    static final String COMMAND = "$ java -cp target/classes chat.ChatServer\n";
    static final String ENGLISH = """

            The log shows one [CONNECT] line for each of the three clients, and each has a port of its own.
            Each [RECV] line names the client that sent the text, e.g. 127.0.0.1:40000.
            Below it there are two [FWD] lines, because two other clients are connected.
            In Wireshark every client is a TCP stream of its own.
            The packets to port 3333 carry the texts of the [RECV] lines, and those from it the texts of the [FWD] lines.
            """;
    static final String ROMANIAN = """

            Explicație:
            În log apare câte o linie [CONNECT] pentru fiecare client, deci sunt trei clienți conectați simultan.
            Fiecare linie [RECV] arată cine a trimis mesajul, de ex. 127.0.0.1:40000.
            Sub ea sunt două linii [FWD], pentru că ceilalți doi clienți primesc mesajul.
            În Wireshark fiecare client are fluxul lui TCP (tcp.stream eq 0 etc.) și se văd aceleași porturi.
            Pachetele trimise de server conțin prefixul [ip:port] al expeditorului!
            """;

    private final List<EvidenceCase> cases = new ArrayList<>();

    private ChatCases() {}

    static List<EvidenceCase> all() {
        ChatCases cases = new ChatCases();
        cases.right();
        cases.wrongFiles();
        cases.wrongText();
        cases.wrongTraffic();
        return cases.cases;
    }

    private static ChatTape talk(ChatTape chat) {
        chat.chat(0, "hello\n").chat(1, "hi, știință ✓\n").chat(2, "how are you?\n");
        return chat.chat(0, "fine\n").chat(1, "bye\n").chat(0, "bye\n");
    }

    private static ChatTape good() {
        return talk(ChatTape.withClients(3));
    }

    private static ChatTape on(Tape tape) {
        ChatTape chat = new ChatTape(tape);
        chat.join(3);
        return talk(chat);
    }

    private void add(String name, String output, byte[] capture) {
        cases.add(new EvidenceCase(name)
                .file("evidence/" + ChatAssignment.OUTPUT, output)
                .file("evidence/" + ChatAssignment.CAPTURE, capture));
    }

    private void add(String name, ChatTape chat) {
        add(name, COMMAND + chat.log + ENGLISH, chat.tape.pcapng());
    }

    private void add(String name, String output) {
        add(name, output, good().tape.pcapng());
    }

    private void right() {
        add("right-any-interface", on(Tape.on(LinkLayer.SLL2)));
        add("right-macos-loopback", on(Tape.on(LinkLayer.NULL)));
        add("right-windows-six", on(Tape.onSix(LinkLayer.NULL)));
        add("right-captured-twice", on(Tape.on(LinkLayer.ETHERNET).twice()));
        ChatTape lossy = ChatTape.withClients(3);
        lossy.chat(0, "hello\n").tape.lose(6);
        lossy.chat(1, "nobody saw this\n").tape.reportDrops(6);
        add("right-packets-lost", talk(lossy));
        ChatTape late = ChatTape.withClients(3).chat(0, "three of us\n");
        late.join(1);
        add("right-late-joiner", talk(late));
        String log = good().log.toString();
        add("right-romanian", COMMAND + log + ROMANIAN);
        String python = log.replace("-> hello", "-> b'hello\\n'").replace("-> hi, știință ✓", "-> 'hi, știință ✓\\n'");
        add(
                "right-python-log",
                COMMAND.replace("java -cp target/classes chat.ChatServer", "python3 server.py") + python + ENGLISH);
        add("right-times-in-front", COMMAND + log.replaceAll("(?m)^", "2026-11-22 10:00:01.123 ") + ENGLISH);
        String console = "PS C:\\lab> java -cp out chat.ChatServer\n" + log.replace("știință ✓", "?tiin?? ?") + ENGLISH;
        byte[] utf16 = ("\uFEFF" + console.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
        cases.add(new EvidenceCase("right-windows-console")
                .file(ChatAssignment.OUTPUT, utf16)
                .file(ChatAssignment.CAPTURE, good().tape.pcapng()));
        ChatTape joined = ChatTape.withClients(3);
        joined.say(0, "one\n").say(0, "two\n");
        joined.hear(1, "[127.0.0.1:40000] one\ntwo\n")
                .hear(2, "[127.0.0.1:40000] one\n")
                .hear(2, "[127.0.0.1:40000] two\n");
        joined.tape.waitMs(1000);
        add("right-joined", talk(joined));
    }

    private void wrongFiles() {
        String output = COMMAND + good().log + ENGLISH;
        byte[] capture = good().tape.pcapng();
        add("wrong-nothing-captured", output, Tape.on(LinkLayer.ETHERNET).pcapng());
        add("wrong-text-renamed", output, output.getBytes(StandardCharsets.UTF_8));
        add("wrong-empty-capture", output, new byte[0]);
        add("wrong-classic-pcap", output, good().tape.pcap());
        add("wrong-cut-short", output, Arrays.copyOf(capture, capture.length / 2));
        cases.add(new EvidenceCase("wrong-capture-missing").file("evidence/" + ChatAssignment.OUTPUT, output));
        cases.add(new EvidenceCase("wrong-names")
                .file("evidence/TCP-multiclient server output.docx", output)
                .file("evidence/tcp_multiclient_chat_capture.pcap", capture));
    }

    private void wrongText() {
        String log = good().log.toString();
        add("wrong-no-command", log + ENGLISH);
        add("wrong-too-few-sentences", COMMAND + log + "\nThree clients are connected. They all get the messages.\n");
        add("wrong-too-many-sentences", COMMAND + log + ENGLISH + ROMANIAN);
        add("wrong-one-sentence-again-and-again", COMMAND + log + "\n" + "The log shows three clients. ".repeat(6));
        add(
                "wrong-too-few-messages",
                COMMAND + log.substring(0, log.indexOf("[RECV] From 127.0.0.1:40000 -> fine")) + ENGLISH);
        add("wrong-log-of-another-run", COMMAND + log.replace(":4000", ":5110") + ENGLISH);
        add("wrong-log-changed", COMMAND + log.replace("-> how are you?", "-> how do you do?") + ENGLISH);
        String port = log.replace("From 127.0.0.1:40002 -> bye", "From 127.0.0.1:40006 -> bye");
        add("wrong-log-with-a-port-made-up", COMMAND + port + ENGLISH);
        add("wrong-log-without-recv", COMMAND + log.replace("[RECV]", "[INFO]") + ENGLISH);
    }

    private void wrongTraffic() {
        ChatTape echo = ChatTape.withClients(3);
        for (int round = 0; round < 2; round++) {
            for (int client = 0; client < 3; client++) {
                echo.chat(client, "hello\n").hear(client, "[" + echo.client(client) + "] hello\n");
            }
        }
        add("wrong-speaker-hears-itself", echo);
        ChatTape last = ChatTape.withClients(3);
        for (int round = 0; round < 3; round++) {
            last.say(0, "hello\n")
                    .hear(1, "[127.0.0.1:40000] hello\n")
                    .say(1, "hi\n")
                    .hear(0, "[127.0.0.1:40002] hi\n");
            last.tape.waitMs(1000);
        }
        add("wrong-last-client-missing", last);
        add("wrong-slash-in-prefix", prefixed("[/%s] %s"));
        add("wrong-no-space-behind-prefix", prefixed("[%s]%s"));
        ChatTape other = new ChatTape(Tape.on(LinkLayer.ETHERNET));
        for (int i = 0; i < 3; i++) {
            other.clients.add(other.tape.open(40_000 + 2 * i, 4444));
        }
        other.tape.waitMs(1000);
        add("wrong-other-port", talk(other));
        ChatTape silent = ChatTape.withClients(3);
        for (int i = 0; i < 5; i++) {
            silent.chat(0, "message " + i + "\n");
        }
        add("wrong-only-one-speaks", silent);
        ChatTape late = new ChatTape(Tape.on(LinkLayer.ETHERNET));
        for (int i = 0; i < 3; i++) {
            late.clients.add(late.tape.resume(40_000 + 2 * i, 3333));
        }
        add("wrong-capture-began-late", talk(late));
        ChatTape turns = new ChatTape(Tape.on(LinkLayer.ETHERNET));
        for (int i = 0; i < 5; i++) {
            turns.join(1);
            turns.say(i, "anybody?\n").clients.get(i).close();
        }
        add("wrong-one-after-the-other", turns);
    }

    private static ChatTape prefixed(String form) {
        ChatTape chat = ChatTape.withClients(3);
        for (int turn = 0; turn < 6; turn++) {
            int speaker = turn % 3;
            chat.say(speaker, "hello " + turn + "\n");
            for (int listener = 0; listener < 3; listener++) {
                if (listener != speaker) {
                    chat.hear(listener, form.formatted(chat.client(speaker), "hello " + turn + "\n"));
                }
            }
            chat.tape.waitMs(1000);
        }
        return chat;
    }
}
