package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.source.ClassNames;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Testbed;

/** What the live checks of one submission share: one running server as long as nothing goes wrong in it. */
public final class ChatLive implements AutoCloseable {
    /** What is made of an output stream and says so when it cannot write, other than a PrintStream. */
    private static final List<String> WRAPPERS = List.of(
            "java/io/BufferedOutputStream",
            "java/io/DataOutputStream",
            "java/io/ObjectOutputStream",
            "java/io/OutputStreamWriter");

    private final Testbed testbed;
    private final Patience patience = new Patience();
    private ChatRoom room;
    private Talk talk;
    private SmallRooms smallRooms;
    private Optional<Integer> unguarded = Optional.empty();
    private boolean triedTogether;

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
        if (room == null && !triedTogether) {
            triedTogether = true;
            tryTogether();
        }
        if (room == null) {
            room = newRoom(patience);
        }
        return room;
    }

    /**
     * Small rooms and the first talk in one server, which is half the time of two; where anything is not as it should be,
     * nothing of it counts, and each gets a server of its own.
     */
    private void tryTogether() throws IOException {
        if (testbed.hasOwnLaunch() || setsTimeLimit()) {
            return;
        }
        try {
            ProbedServer probed = new ProbedServer(testbed);
            var together = new ChatRoom(probed.withGuardedList(), patience, testbed.words());
            room = together;
            patience.lose();
            smallRooms = SmallRooms.in(together, Duration.ZERO);
            talk = smallRooms.isFlawless() ? Talk.in(together) : null;
            boolean flawless = talk != null
                    && talk.exchange().isFlawless()
                    && probed.unguarded(together.server()).isEmpty();
            if (!flawless) {
                forgetTogether();
            }
        } catch (CheckFailure e) {
            forgetTogether();
        } finally {
            patience.regain();
        }
    }

    private void forgetTogether() throws IOException {
        talk = null;
        smallRooms = null;
        leaveRoom();
    }

    /** Whether a silent client may be sent away after a time, for which somebody has to be silent. */
    private boolean setsTimeLimit() throws IOException {
        return ClassNames.of(testbed, ChatAssignment.SERVER).mention("setSoTimeout");
    }

    /** The first conversation, held when first asked for. */
    public Talk talk() throws IOException {
        if (talk == null) {
            ChatRoom open = room();
            talk = talk == null ? Talk.in(open) : talk;
        }
        return talk;
    }

    /**
     * What small rooms and odd texts show, in a server of their own; empty where the first talk is not as it should be, which
     * costs enough, and of servers of another make, of which there may be no two at once.
     */
    public Optional<SmallRooms> smallRooms() throws IOException {
        if (smallRooms == null && talk().exchange().isFlawless() && !testbed.hasOwnLaunch()) {
            ProbedServer probed = new ProbedServer(testbed);
            try (ChatRoom small = new ChatRoom(probed.withGuardedList(), new Patience(), testbed.words())) {
                smallRooms = SmallRooms.in(small, setsTimeLimit() ? ChatTolerances.SILENCE : Duration.ZERO);
                unguarded = probed.unguarded(small.server());
            }
        }
        return Optional.ofNullable(smallRooms);
    }

    /**
     * Whether the program's code is told when it writes to a client that is gone, and logs what it has written: one that uses
     * a PrintWriter is not told, and one that has others write may log what it has asked for.
     */
    public boolean logsWhatItWrites() throws IOException {
        ClassNames names = ClassNames.of(testbed, ChatAssignment.SERVER);
        return !testbed.hasOwnLaunch()
                && !names.mention("java/io/PrintWriter")
                && !names.mention("java/util/concurrent/")
                && (!names.mention("(Ljava/io/OutputStream;")
                        || WRAPPERS.stream().anyMatch(names::mention));
    }

    /** Whether small rooms and odd texts show no mistake, so that what they may cost elsewhere is none. */
    public boolean isPlainlyRight() throws IOException {
        return smallRooms().filter(rooms -> !rooms.isFlawless()).isEmpty();
    }

    /** Fails where the small rooms' server used the list of clients without its lock. */
    public void requireLock() throws IOException {
        smallRooms();
        if (unguarded.isPresent()) {
            throw WORDS.failure("lock", unguarded.get());
        }
    }

    /** The load test once more, with pauses in the student's code, where its threads have fields in common. */
    public void requireOwnFieldsSafe() throws IOException {
        ProbedServer probed = new ProbedServer(testbed);
        if (!probed.hasOwnFields()) {
            return;
        }
        try (ChatRoom noisy = new ChatRoom(probed.withNoise(), new Patience(), testbed.words())) {
            Talk.in(noisy);
            LoadTest.ofFullBuffers(noisy).judge();
        } catch (CheckFailure failure) {
            throw new CheckFailure(failure.expected(), failure.got(), WORDS.text("load.fields"), failure.detail());
        }
    }

    private ChatRoom newRoom(Patience limits) throws IOException {
        return new ChatRoom(
                testbed.startServer(ChatAssignment.SERVER, ChatAssignment.READY, "--host", "127.0.0.1", "--port", "0"),
                limits,
                testbed.words());
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
            if (room.isGivenUp()) {
                leaveRoom();
            }
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
