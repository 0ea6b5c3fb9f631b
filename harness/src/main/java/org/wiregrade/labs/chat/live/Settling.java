package org.wiregrade.labs.chat.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.TcpConnection;

/** The wait until a server counts new clients in, since the kernel accepts a connection before the server does. */
public final class Settling {

    private final ChatRoom room;
    private final List<TcpConnection> speakers;
    private final List<TcpConnection> listeners;
    private final List<Integer> marks;
    private final List<TcpConnection> deaf;

    /** The greetings that each speaker has said. */
    private final List<List<Integer>> said;

    private Settling(ChatRoom room, List<TcpConnection> speakers, List<TcpConnection> listeners) {
        this.room = room;
        this.speakers = List.copyOf(speakers);
        this.listeners = List.copyOf(listeners);
        this.marks = listeners.stream().map(TcpConnection::mark).toList();
        this.deaf = new ArrayList<>(listeners);
        this.said = speakers.stream()
                .<List<Integer>>map(speaker -> new ArrayList<>())
                .toList();
    }

    /**
     * Lets speakers repeat greetings until each of the listeners has heard another client; then each says a last one, and
     * what was repeated has passed where that has come.
     *
     * @return the listeners that heard another client; the others are left for the checks to judge
     */
    public static List<TcpConnection> in(ChatRoom room, List<TcpConnection> speakers, List<TcpConnection> listeners) {
        var settling = new Settling(room, speakers, listeners);
        settling.repeat();
        List<TcpConnection> settled = listeners.stream()
                .filter(client -> !settling.deaf.contains(client))
                .toList();
        return settled;
    }

    /** One speaker after the other, so that never two messages are under way. */
    private void repeat() {
        for (int speaker = 0; speaker < speakers.size(); speaker++) {
            repeat(speaker);
        }
        if (!deaf.isEmpty()) {
            room.patience().lose();
        }
    }

    private void repeat(int speaker) {
        TcpConnection client = speakers.get(speaker);
        long wait = ChatTolerances.FIRST_PROBE.toNanos();
        var deadline = Deadline.in(speaker == 0 ? room.patience().limit() : ChatTolerances.PATIENCE_LOST);
        while (deaf.stream().anyMatch(each -> !each.equals(client) && !each.ended())
                && !deadline.passed()
                && room.server().alive()) {
            said.get(speaker).add(room.say(client).number());
            var pause = Deadline.in(Duration.ofNanos(wait));
            deaf.removeIf(each -> !each.equals(client) && hearsAnother(each, Duration.ofNanos(pause.remainingNanos())));
            wait = Math.min(2 * wait, ChatTolerances.LONGEST_PROBE.toNanos());
        }
        room.ask(
                client,
                listeners.stream()
                        .filter(each -> !each.equals(client) && !deaf.contains(each))
                        .toList());
    }

    private boolean hearsAnother(TcpConnection client, Duration limit) {
        int own = speakers.indexOf(client);
        return client.await(
                marks.get(listeners.indexOf(client)),
                text -> room.greetings().sightings(text).stream()
                        .anyMatch(seen -> own < 0 || !said.get(own).contains(seen.number())),
                limit);
    }
}
