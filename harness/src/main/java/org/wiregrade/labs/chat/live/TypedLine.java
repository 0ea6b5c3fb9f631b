package org.wiregrade.labs.chat.live;

import java.time.Duration;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;

/**
 * One line typed into the client, as it came to a server of the harness.
 *
 * @param typedNs when it was typed
 * @param arrivedNs when the first of it had come, or had not come at all
 * @param offset where it begins in all that came
 * @param sent what came; no more follows before the answer
 */
record TypedLine(TypedTexts texts, long typedNs, long arrivedNs, int offset, String sent) {
    /** Types a line and waits for it, and for a while longer. */
    static TypedLine type(Program client, TcpConnection connection, TypedTexts texts, Duration rest) {
        int mark = connection.mark();
        long typed = System.nanoTime();
        boolean open = client.type(texts.typed());
        if (!open || !connection.await(mark, text -> text.contains("\n"), ChatTolerances.PROMPT)) {
            connection.await(mark, text -> !text.isEmpty(), ChatTolerances.PATIENCE);
        }
        long arrived = System.nanoTime();
        connection.awaitSize(Integer.MAX_VALUE, rest);
        return new TypedLine(texts, typed, arrived, mark, connection.since(mark));
    }

    boolean came() {
        return !sent.isEmpty();
    }
}
