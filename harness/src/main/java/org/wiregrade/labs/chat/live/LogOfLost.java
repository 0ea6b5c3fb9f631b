package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What a server logs of a client that is gone, but still in its list because its last messages are being handled. */
public final class LogOfLost {
    private static final int SAID = 12;

    /** In the time of so many the reset may still be on its way through a busy machine. */
    private static final int UNSURE = 4;

    private static final int TIMES = 3;

    private LogOfLost() {}

    /** Whether it is certain that what was logged was not sent, and what is to be said of it. */
    private record Suspicion(boolean certain, CheckFailure failure) {}

    /**
     * Fails where a message is logged as handed on to a client that had reset its connection before it was said.
     *
     * <p>A busy machine may keep a reset back for a moment, in which a right server does write, and then logs it. By the run's
     * own recording that is told apart: of what was only logged, nothing went to the client. Without one it has to be so each time.
     */
    public static void requireHonest(Testbed testbed, ChatRoom room) throws IOException {
        int suspicious = 0;
        for (int i = 0; i < TIMES && !room.isGivenUp(); i++) {
            Optional<Suspicion> suspicion = suspicion(testbed, room);
            suspicious += suspicion.isPresent() ? 1 : 0;
            if (suspicion.isPresent() && (suspicion.get().certain() || suspicious == TIMES)) {
                throw suspicion.get().failure();
            }
        }
    }

    private static Optional<Suspicion> suspicion(Testbed testbed, ChatRoom room) throws IOException {
        TcpConnection lost = room.visit();
        if (Settling.in(room, List.of(room.speaker()), List.of(lost)).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < ChatTolerances.LEFT_BEHIND; i++) {
            room.fill(lost);
        }
        int mark = room.server().lineCount();
        lost.reset();
        // Who reads the answer to this has closed that connection before: both are one thread's.
        boolean answered = room.ask(room.speaker(), room.listeners());
        List<Greeting> said = new ArrayList<>();
        for (int i = 0; i < SAID && answered; i++) {
            Greeting greeting = room.say(room.speaker());
            LockSupport.parkNanos(ChatTolerances.BURST_PAUSE_NS);
            if (i >= UNSURE) {
                said.add(greeting);
            }
        }
        if (!answered || !room.ask(room.speaker(), room.listeners())) {
            // That many can bring a server to a standstill is the load test's to tell.
            room.giveUp();
            return Optional.empty();
        }
        String address = lost.local().toString();
        return room.server().linesFrom(mark).stream()
                .filter(each -> isForwarded(each, address))
                .filter(each -> said.stream().anyMatch(greeting -> greeting.in(each)))
                .findFirst()
                .map(line -> new Suspicion(
                        isNothingSentTo(testbed, room, lost),
                        room.explain(WORDS.failure("gone.logged", address, Quote.line(line)))));
    }

    /** Whether the server sent no more than what had come before the reset. */
    private static boolean isNothingSentTo(Testbed testbed, ChatRoom room, TcpConnection lost) {
        OptionalLong sent = OwnWire.sentTo(testbed, lost, room.server().port());
        return sent.isPresent() && sent.getAsLong() == lost.mark();
    }

    /** The recipient's address is the first in the line. */
    private static boolean isForwarded(String line, String address) {
        int tag = line.indexOf("[FWD]");
        int arrow = line.indexOf("->", Math.max(0, tag));
        int at = line.indexOf(address, Math.max(0, tag));
        return tag >= 0 && at >= 0 && at < arrow;
    }
}
