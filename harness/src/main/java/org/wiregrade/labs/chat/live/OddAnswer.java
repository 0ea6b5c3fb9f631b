package org.wiregrade.labs.chat.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.wire.Endpoint;

/**
 * What a client got of an odd text, of which nobody knows where it begins and ends but by the label in front, and by the
 * greeting that the same client said behind it.
 *
 * @param said how often it was said
 * @param lines all that came, without labels and blank edges
 */
record OddAnswer(OddText text, int said, Greeting behind, List<String> lines) {
    /** What became of it. */
    enum Kind {
        WHOLE,
        MISSING,
        /** Though it was said more often. */
        ONCE,
        TWICE,
        CHANGED
    }

    OddAnswer {
        lines = List.copyOf(lines);
    }

    static OddAnswer of(OddText text, int said, Greeting behind, Endpoint speaker, String received) {
        return new OddAnswer(text, said, behind, linesOf(speaker, received));
    }

    private static List<String> linesOf(Endpoint speaker, String received) {
        String label = ChatAssignment.prefix(speaker);
        // Where the text begins with blanks or is nothing, a server may have dropped the label's.
        return OddText.linesOf(received.replace(label, "\n").replace(label.strip(), "\n"));
    }

    private static List<String> repeated(OddText text, int times) {
        return Collections.nCopies(times, text.lines()).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a text that was said twice has come twice. */
    static boolean isAgain(OddText text, Endpoint speaker, String received) {
        return linesOf(speaker, received).equals(repeated(text, text.times()));
    }

    /** Whether a text has come whole, with nothing behind it yet. */
    static boolean isWhole(OddText text, Endpoint speaker, String received) {
        return linesOf(speaker, received).equals(text.lines());
    }

    Kind kind() {
        List<String> came = came();
        if (came.isEmpty()) {
            return Kind.MISSING;
        }
        if (came.equals(repeated(text, said))) {
            return Kind.WHOLE;
        }
        if (came.equals(text.lines())) {
            return Kind.ONCE;
        }
        return came.equals(repeated(text, 2 * said)) ? Kind.TWICE : Kind.CHANGED;
    }

    /** Whether only the end of it is missing. */
    boolean isCut() {
        String whole = String.join("\n", text.lines());
        String came = String.join("\n", came());
        return came.length() < whole.length() && whole.startsWith(came);
    }

    /** What came of the text itself. */
    List<String> came() {
        List<String> own = new ArrayList<>(lines);
        int last = own.size() - 1;
        if (last >= 0 && own.get(last).endsWith(behind.text())) {
            // Two texts that one read brought are one message.
            String joined = own.remove(last);
            String rest = joined.substring(0, joined.length() - behind.text().length())
                    .strip();
            if (!rest.isEmpty()) {
                own.add(rest);
            }
        }
        return own;
    }
}
