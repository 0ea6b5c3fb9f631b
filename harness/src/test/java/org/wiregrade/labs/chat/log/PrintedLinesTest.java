package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log is read as the server printed it, whatever a console or the explanation made of its lines. */
class PrintedLinesTest {
    private static final String RECV = "[RECV] From 127.0.0.1:50001 -> ";
    private static final List<String> TEXTS = List.of(
            "good morning to all of you who are here by now",
            "does anybody know in which room the lab takes place?",
            "it is the one beside the stairs, on the second floor");

    private static String log(String between) {
        return TEXTS.stream().map(text -> RECV + text + "\n").reduce("", (one, other) -> one + between + other);
    }

    /** As a console of so many columns shows it. */
    private static String broken(String text, int width) {
        List<String> rows = new ArrayList<>();
        text.lines().forEach(line -> {
            for (int at = 0; at < Math.max(1, line.length()); at += width) {
                rows.add(line.substring(at, Math.min(line.length(), at + width)));
            }
        });
        return String.join("\n", rows);
    }

    private static List<String> said(String text) {
        return ServerLog.of(text).entries().stream()
                .map(entry -> entry.words().raw().strip())
                .toList();
    }

    @Test
    void whatAConsoleBrokeIsWholeAgain() {
        for (int width : new int[] {60, 72, 80}) {
            assertThat(said(PrintedLines.unbroken(broken(log(""), width)))).isEqualTo(TEXTS);
        }
    }

    @Test
    void whatNoConsoleBrokeStaysAsItIs() {
        String text = log("") + "\nThe log shows three messages.\nEach of them is of one client.\n";

        assertThat(PrintedLines.unbroken(text)).isEqualTo(text);
    }

    @Test
    void aLineThatTheExplanationQuotesCountsOnce() {
        String quote = RECV + TEXTS.get(0);
        for (String form : List.of(quote, "- " + quote, "“" + quote + "”", "```\n" + quote + "\n```")) {
            assertThat(said(log("") + "\nThe log shows who said it. For example:\n" + form + "\nThat was the first.\n"))
                    .as(form)
                    .isEqualTo(TEXTS);
        }
    }

    @Test
    void whatWasSaidTwiceCountsTwice() {
        String twice = log("") + RECV + TEXTS.get(0) + "\n";

        assertThat(said(twice)).hasSize(4);
        assertThat(said(twice + "\nThe first text was said twice.\n")).hasSize(4);
    }
}
