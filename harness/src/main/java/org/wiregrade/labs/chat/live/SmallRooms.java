package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.TcpConnection;

/** A room that grows from one client to three, in a server of its own, and texts of all forms in it. */
public final class SmallRooms {
    /** Which check judges what was seen. */
    public enum Question {
        DELIVERS,
        EVERYONE,
        PREFIX,
        ECHO
    }

    private final ChatRoom room;
    private final Map<Question, CheckFailure> found = new EnumMap<>(Question.class);

    private SmallRooms(ChatRoom room) {
        this.room = room;
    }

    /**
     * Fills a new room one by one.
     *
     * @param silence how long one of the clients says nothing
     */
    static SmallRooms in(ChatRoom room, Duration silence) throws IOException {
        SmallRooms rooms = new SmallRooms(room);
        TcpConnection first = room.enter();
        rooms.beAlone(first);
        TcpConnection second = room.enter();
        if (rooms.meet(first, second) && rooms.tellAll(first, second)) {
            TcpConnection third = room.enter();
            if (rooms.meetThird(third)) {
                rooms.talk();
                rooms.beSilent(third, silence);
            }
        }
        return rooms;
    }

    /** Says two greetings to nobody; once the second is logged, the first has been handled, and has come back or does not. */
    private void beAlone(TcpConnection first) {
        Greeting alone = room.say(first);
        room.server().awaitLine(0, alone::in, ChatTolerances.PROMPT);
        Greeting behind = room.say(first);
        room.server().awaitLine(0, behind::in, ChatTolerances.PROMPT);
        if (first.await(0, alone::in, ChatTolerances.GRACE)) {
            put(Question.ECHO, WORDS.failure("small.alone", Quote.text(alone.text()), room.name(first)));
        }
    }

    /** Whether nothing was found. */
    boolean isFlawless() {
        return found.isEmpty();
    }

    /** Fails with what was seen that this question is about; what builds on the check has nothing to do with it. */
    public void require(Question question) {
        if (found.containsKey(question)) {
            throw found.get(question).alone();
        }
    }

    private void put(Question question, CheckFailure failure) {
        found.putIfAbsent(question, room.explain(failure));
    }

    private boolean meet(TcpConnection first, TcpConnection second) {
        boolean heard = !Settling.in(room, List.of(second), List.of(first)).isEmpty();
        if (!heard || !room.ask(first, List.of(second))) {
            put(Question.DELIVERS, WORDS.failure("small.two"));
            return false;
        }
        return true;
    }

    private boolean tellAll(TcpConnection first, TcpConnection second) {
        boolean well = true;
        boolean turn = false;
        for (OddText text : OddText.of(room.words())) {
            well = well && (turn ? tell(first, second, text) : tell(second, first, text));
            turn = !turn;
        }
        return well;
    }

    /** Says a text and, once it has come or is overdue, a greeting: what has not come by then does not come any more. */
    private boolean tell(TcpConnection speaker, TcpConnection listener, OddText text) {
        int mark = listener.mark();
        speaker.send(text.bytes());
        // Nothing may be said behind a text without an end until it has come: it would be taken for its rest.
        boolean apart = !text.newline() || text.times() > 1;
        boolean prompt = listener.await(
                mark,
                received -> OddAnswer.isWhole(text, speaker.local(), received),
                apart ? room.patience().limit() : ChatTolerances.PROMPT);
        boolean nothing = listener.since(mark).isBlank();
        int said = prompt ? text.times() : 1;
        for (int i = 1; i < said; i++) {
            speaker.send(text.bytes());
            listener.await(mark, received -> OddAnswer.isAgain(text, speaker.local(), received), ChatTolerances.PROMPT);
        }
        Greeting behind = room.say(speaker);
        room.await(listener, mark, received -> behind.in(room.labels().strip(received)));
        if (!text.newline() && !prompt && nothing) {
            put(Question.DELIVERS, WORDS.failure("odd.held", quoted(text), room.name(listener)));
            return false;
        }
        return judge(OddAnswer.of(text, said, behind, speaker.local(), listener.since(mark)), room.name(listener));
    }

    private static String quoted(OddText text) {
        return Quote.text(new String(text.bytes(), StandardCharsets.UTF_8));
    }

    private boolean judge(OddAnswer answer, String who) {
        String wanted = quoted(answer.text());
        String came = Quote.text(String.join("\n", answer.came()));
        switch (answer.kind()) {
            case WHOLE -> {
                return true;
            }
            case MISSING -> put(Question.DELIVERS, WORDS.failure("odd.missing", wanted, who));
            case ONCE -> put(Question.DELIVERS, WORDS.failure("odd.once", wanted, who));
            case TWICE -> put(Question.EVERYONE, WORDS.failure("odd.twice", wanted, who));
            case CHANGED ->
                put(Question.PREFIX, WORDS.failure(answer.isCut() ? "odd.cut" : "odd.changed", wanted, who, came));
        }
        return false;
    }

    private boolean meetThird(TcpConnection third) {
        if (Settling.in(room, room.clients().subList(0, 1), List.of(third)).isEmpty()) {
            put(
                    Question.EVERYONE,
                    WORDS.failure("small.three", room.name(room.clients().get(0)), room.name(third)));
            return false;
        }
        return true;
    }

    private void talk() {
        for (TcpConnection speaker : room.clients()) {
            List<TcpConnection> others = ChatRoom.without(room.clients(), speaker);
            List<Integer> marks = others.stream().map(TcpConnection::mark).toList();
            int own = speaker.mark();
            Greeting greeting = room.say(speaker);
            boolean all = room.awaitAll(
                    others, marks, text -> greeting.in(room.labels().strip(text)));
            if (!all) {
                String missed = room.name(others.stream()
                        .filter(each -> !greeting.in(each.since(marks.get(others.indexOf(each)))))
                        .findFirst()
                        .orElse(others.get(0)));
                put(Question.EVERYONE, WORDS.failure("small.three", room.name(speaker), missed));
                return;
            }
            if (greeting.in(speaker.since(own))) {
                put(Question.ECHO, WORDS.failure("small.echo", Quote.text(greeting.text()), room.name(speaker)));
            }
        }
    }

    /** Who says nothing for a while is still there. */
    private void beSilent(TcpConnection silent, Duration silence) {
        if (silence.isZero() || !found.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        var deadline = Deadline.in(silence);
        boolean ended = silent.awaitEnded(Duration.ofNanos(deadline.remainingNanos()));
        if (ended) {
            String after = Math.max(1, Math.round((System.nanoTime() - start) / 1e8)) / 10.0 + " s";
            CheckFailure failure = WORDS.failure("small.silent", room.name(silent), after);
            found.putIfAbsent(
                    Question.EVERYONE,
                    new CheckFailure(
                            failure.expected(),
                            failure.got(),
                            failure.hint(),
                            room.server().tail()));
        }
    }
}
