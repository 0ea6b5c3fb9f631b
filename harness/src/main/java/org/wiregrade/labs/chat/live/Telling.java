package org.wiregrade.labs.chat.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.testbed.TcpConnection;

/** Bytes said by a room's speaker, and what each of its listeners got by the time that they must have come. */
public record Telling(List<TcpConnection> listeners, List<String> texts) {
    /**
     * Sends bytes that end in a greeting's word and waits until that has come to all.
     *
     * <p>Where it does not come promptly, the sender says something more: once that has come, the first is lost.
     */
    public static Telling of(ChatRoom room, byte[] bytes, Greeting end) {
        List<TcpConnection> listeners = room.listeners();
        TcpConnection speaker = room.speaker();
        List<Integer> marks = listeners.stream().map(TcpConnection::mark).toList();
        speaker.send(guarded(room.firstLetters().guard().getBytes(StandardCharsets.UTF_8), bytes));
        Predicate<String> told = text -> end.in(room.labels().strip(text));
        boolean all = true;
        for (int i = 0; i < listeners.size(); i++) {
            all &= listeners.get(i).await(marks.get(i), told, ChatTolerances.PROMPT);
        }
        if (!all) {
            Greeting more = room.say(speaker);
            room.awaitAll(
                    listeners,
                    marks,
                    text -> told.test(text) || more.in(room.labels().strip(text)));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < listeners.size(); i++) {
            texts.add(room.labels().strip(listeners.get(i).since(marks.get(i))));
        }
        return new Telling(listeners, texts);
    }

    /** The same bytes, in front of each of which that one read takes stands what is lost there. */
    private static byte[] guarded(byte[] guard, byte[] bytes) {
        var guarded = new ByteArrayOutputStream();
        int step = ChatAssignment.BUFFER_SIZE - guard.length;
        for (int from = 0; from < bytes.length; from += step) {
            guarded.writeBytes(guard);
            guarded.write(bytes, from, Math.min(step, bytes.length - from));
        }
        return guarded.toByteArray();
    }
}
