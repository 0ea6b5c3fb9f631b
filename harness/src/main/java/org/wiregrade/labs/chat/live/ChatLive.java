package org.wiregrade.labs.chat.live;

import java.io.IOException;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.testbed.Testbed;

/** What the live checks of one submission share: one running server as long as nothing goes wrong in it. */
public final class ChatLive implements AutoCloseable {
    private final Testbed testbed;
    private final Patience patience = new Patience();
    private ChatRoom room;
    private Talk talk;

    /** What one check does in the room. */
    @FunctionalInterface
    public interface Visit {
        void to(ChatRoom room) throws Exception;
    }

    private ChatLive(Testbed testbed) {
        this.testbed = testbed;
    }

    public static ChatLive of(Testbed testbed) {
        return testbed.shared(ChatLive.class, () -> new ChatLive(testbed));
    }

    /** The room as it is; a server is started where none runs. */
    public ChatRoom room() throws IOException {
        if (room == null) {
            room = new ChatRoom(
                    testbed.startServer(
                            ChatAssignment.SERVER, ChatAssignment.READY, "--host", "127.0.0.1", "--port", "0"),
                    patience,
                    testbed.words());
        }
        return room;
    }

    /** The first conversation, held when first asked for. */
    public Talk talk() throws IOException {
        if (talk == null) {
            talk = Talk.in(room());
        }
        return talk;
    }

    /**
     * Runs a check in a room with settled clients.
     *
     * <p>After a failure the next check gets a new server, so that one mistake does not cost what follows.
     */
    public void in(Visit visit) throws Exception {
        talk();
        try {
            if (room != null && room.serverEnded()) {
                leaveRoom();
            }
            if (room == null) {
                Talk.in(room());
            }
            visit.to(room);
        } catch (Exception | Error e) {
            leaveRoom();
            throw e;
        }
    }

    private void leaveRoom() throws IOException {
        if (room != null) {
            room.close();
            room = null;
        }
    }

    @Override
    public void close() throws IOException {
        leaveRoom();
    }
}
