package org.wiregrade.labs.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.labs.chat.live.ChatRoom;
import org.wiregrade.labs.chat.live.Talk;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What the chat server logs of the same conversation; only tag, address and text of a line are asked for. */
@Task(value = "Chat server: its log", lab = ChatLab.class)
final class ChatLogChecks {
    @LabCheck(
            id = "chat.log.connect",
            points = 1,
            title = "Each client that comes is logged: [CONNECT] with its ip:port",
            hint = "Log it where accept returns.",
            needs = "chat.delivers")
    void connectIsLogged(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        for (TcpConnection client : talk.clients()) {
            require(talk, "[CONNECT]", client, "");
        }
    }

    @LabCheck(
            id = "chat.log.recv",
            points = 3,
            title = "Each message that comes is logged: [RECV], the sender's ip:port, the text",
            hint = "Print it at the start of the task's code.",
            needs = "chat.concurrent")
    void eachMessageIsLogged(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        if (talk.turns().isEmpty()) {
            // Nobody heard anything, but what the second client said first must be in the log.
            require(
                    talk,
                    "[RECV]",
                    talk.clients().get(1),
                    talk.room().greetings().of(1).text());
        }
        for (int i = 0; i < talk.turns().size(); i++) {
            // What is said on a connection that the server has closed never comes to it.
            if (!talk.clients().get(i).endedByProgram()) {
                require(
                        talk,
                        "[RECV]",
                        talk.clients().get(i),
                        talk.turns().get(i).text());
            }
        }
    }

    @LabCheck(
            id = "chat.log.fwd",
            points = 3,
            title = "Each recipient is logged: [FWD], the recipient's ip:port, the message",
            hint = "Print a line in the loop over the clients, for each one that the message was written to.",
            needs = "chat.delivers")
    void eachRecipientIsLogged(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        for (int speaker = 0; speaker < talk.turns().size(); speaker++) {
            for (TcpConnection listener : talk.served()) {
                if (listener != talk.clients().get(speaker)) {
                    require(talk, "[FWD]", listener, talk.turns().get(speaker).text());
                }
            }
        }
    }

    private static void require(Talk talk, String tag, TcpConnection client, String text) {
        ChatRoom room = talk.room();
        Predicate<String> tagged = line -> line.toUpperCase(Locale.ROOT).contains(tag);
        String logged = room.firstLetters().asHandedOn(text);
        Predicate<String> wanted = tagged.and(names(tag, client)).and(has(logged));
        if (room.server().awaitLine(0, wanted, room.patience().limit()).isPresent()) {
            return;
        }
        room.patience().lose();
        throw failure(talk, tag, client, text, tagged);
    }

    /** Upper and lower case are the question of another check. */
    private static Predicate<String> has(String text) {
        return line -> line.toLowerCase(Locale.ROOT).contains(text);
    }

    /** Whether a line names a client; in {@code [FWD]} lines the sender's address is in the message as well. */
    private static Predicate<String> names(String tag, TcpConnection client) {
        String label = ChatAssignment.prefix(client.local()).strip();
        Pattern address =
                Pattern.compile("(?<!\\d)" + Pattern.quote(client.local().toString()) + "(?!\\d)");
        return line -> address.matcher(tag.equals("[FWD]") ? line.replace(label, "") : line)
                .find();
    }

    private static CheckFailure failure(
            Talk talk, String tag, TcpConnection client, String text, Predicate<String> tagged) {
        ChatRoom room = talk.room();
        List<String> like = room.server().linesFrom(0).stream().filter(tagged).toList();
        String name = text.isEmpty() ? "logged.client" : "logged.text";
        String unfinished = room.server().unfinishedLine();
        if (like.isEmpty() && unfinished.toUpperCase(Locale.ROOT).contains(tag)) {
            return room.failure(name + ".unended", tag, client.local(), Quote.text(text), Quote.line(unfinished));
        }
        if (like.isEmpty()) {
            return room.failure(name + ".none", tag, client.local(), Quote.text(text));
        }
        Optional<String> withText = like.stream().filter(has(text)).findFirst();
        if (!text.isEmpty() && withText.isPresent()) {
            String whose = tag.equals("[FWD]") ? "logged.recipient" : "logged.sender";
            return room.failure(whose, tag, client.local(), Quote.text(text), Quote.line(withText.get()));
        }
        Optional<String> withAddress = like.stream().filter(names(tag, client)).findFirst();
        String kind = withAddress.isPresent() ? ".other-text" : ".other";
        String line = withAddress.orElse(like.get(0));
        return room.failure(name + kind, tag, client.local(), Quote.text(text), Quote.line(line));
    }
}
