package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.SentRows.Sent;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What client 2 sends of five VoIP rows to the harness in the relay's place, and when. */
@Task(value = "Client 2: VoIP frames", lab = TwoFlowLab.NAME)
@Tag(TwoFlowLab.NAME)
@Order(140)
final class VoipSenderChecks {
    private static final String CUT =
            "Cut the payload into chunks of CHUNK_SIZE bytes and pause BETWEEN_CHUNKS_MS after each: what is sent without "
                    + "a pause is joined on its way.";

    @LabCheck(
            id = "two-flow.voip.rows",
            points = 3,
            title = "Client 2 sends each row of its CSV file once, in order, every byte of it",
            hint = "Go through the payload in steps of CHUNK_SIZE to its very end, and write each byte once.",
            needs = "two-flow.voip.compiles")
    @Order(1)
    void eachRowOnceAndWhole(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        run.requireEachRowOnce();
        run.requireOrder();
        for (Sent sent : run.rows().inOrder()) {
            boolean whole =
                    sent.whole() && sent.behind().strip().replace("\0", "").isEmpty();
            if (sent.row().plain() && (!whole || sent.behind().length() > 2)) {
                throw run.failure(
                        Quote.text(sent.row().payload()) + " and a newline for " + ClientRun.number(sent),
                        Quote.text(sent.text().replace("\0", "\\0")),
                        VoipForm.hint(sent));
            }
        }
    }

    @LabCheck(
            id = "two-flow.voip.port",
            points = 1,
            title = "Client 2 sends its rows on the VoIP connection and nothing on the chat connection",
            hint = "Write to the stream that the task's code is given: out.",
            needs = "two-flow.voip.rows")
    @Order(2)
    void rowsOnTheVoipConnection(Testbed testbed) throws Exception {
        run(testbed).requireOwnFlow();
    }

    @LabCheck(
            id = "two-flow.voip.chunks",
            points = 4,
            title = "A row is sent in chunks of 10 bytes, the last one with what remains",
            hint = "One write for each chunk of CHUNK_SIZE bytes.",
            needs = "two-flow.voip.rows")
    @Order(3)
    void tenBytesEach(Testbed testbed, TestReporter reporter) throws Exception {
        ClientRun run = run(testbed);
        VoipPieces pieces = pieces(run);
        String expected = "pieces of " + TwoFlowLab.CHUNK_SIZE + " bytes, and a last one with what remains";
        requirePauses(run, pieces, expected);
        Optional<Sent> elsewhere = pieces.cutElsewhere();
        if (elsewhere.isPresent() && !elsewhere.get().row().plain()) {
            throw run.failure(
                    expected,
                    ClientRun.number(elsewhere.get()) + ", "
                            + Quote.text(elsewhere.get().row().message())
                            + ", was cut into pieces of other sizes, the rows with plain letters were not",
                    "Cut bytes, not characters: most letters that are not English have two bytes or more.");
        }
        if (elsewhere.isPresent() || pieces.tooLarge()) {
            throw run.failure(expected, "most pieces have " + pieces.usualSize() + " bytes", "");
        }
        Sent first = run.rows().inOrder().get(0);
        reporter.publishEntry("The first row came in pieces of "
                + String.join(
                        ", ", pieces.sizes(first).stream().map(String::valueOf).toList()) + " bytes.");
    }

    @LabCheck(
            id = "two-flow.voip.newline",
            points = 2,
            title = "Each row ends with a newline, sent on its own",
            hint = "After the last chunk, and its pause, write '\\n' and nothing else.",
            needs = "two-flow.voip.rows")
    @Order(4)
    void newlineOnItsOwn(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        VoipPieces pieces = pieces(run);
        String expected = "one newline behind each row, in a piece of its own";
        List<Sent> rows = run.rows().inOrder();
        for (Sent sent : rows) {
            if (sent.whole() && !sent.behind().equals("\n")) {
                throw run.failure(
                        expected,
                        sent.behind().isEmpty()
                                ? "there is no newline behind " + ClientRun.number(sent)
                                : "behind " + ClientRun.number(sent) + " came "
                                        + Quote.text(sent.behind()
                                                .replace("\r", "\\r")
                                                .replace("\n", "\\n")),
                        sent.behind().contains("\r") ? "Write '\\n', not System.lineSeparator()." : "");
            }
        }
        if (2 * rows.stream().filter(pieces::newlineAlone).count() < rows.size()) {
            throw run.failure(
                    expected,
                    "it came in one piece with the last chunk",
                    "Write the newline by itself, after the pause that follows the last chunk.");
        }
    }

    @LabCheck(
            id = "two-flow.voip.pace",
            points = 3,
            title = "There are 50 ms between two chunks and 100 ms after a row",
            hint = "Thread.sleep(BETWEEN_CHUNKS_MS) after each chunk, Thread.sleep(AFTER_ROW_MS) after the newline.",
            needs = "two-flow.voip.rows")
    @Order(5)
    void pausesBetweenPieces(Testbed testbed, TestReporter reporter) throws Exception {
        ClientRun run = run(testbed);
        VoipPieces pieces = pieces(run);
        String expected = "a pause of " + TwoFlowLab.BETWEEN_CHUNKS_MS + " ms after each chunk";
        requirePauses(run, pieces, expected);
        List<Double> gaps = pieces.gaps();
        double median = VoipPieces.median(gaps);
        if (median < TwoFlowLab.SHORTEST_MEDIAN_MS) {
            throw run.failure(expected, "the usual pause is " + about(median) + " ms", "");
        }
        if (median > TwoFlowLab.LONGEST_MEDIAN_MS) {
            throw run.failure(expected, "the usual pause is " + about(median) + " ms: too long", "");
        }
        long none = gaps.stream().filter(gap -> gap < TwoFlowLab.NO_GAP_MS).count();
        if (none > TwoFlowLab.NO_GAPS * gaps.size()) {
            throw run.failure(expected, "many chunks come without it", "Pause after every chunk, also after the last.");
        }
        double between = VoipPieces.median(pieces.gapsBetweenRows());
        if (between < TwoFlowLab.SHORTEST_ROW_GAP_MS) {
            throw run.failure(
                    "a pause of " + TwoFlowLab.AFTER_ROW_MS + " ms after each row",
                    "the usual pause is " + about(between) + " ms",
                    "Thread.sleep(AFTER_ROW_MS) after the newline.");
        }
        if (pieces.span() < TwoFlowLab.LEAST_SPAN) {
            throw run.failure(
                    expected + ", and of " + TwoFlowLab.AFTER_ROW_MS + " ms after each row",
                    "all rows together took less time than their pauses do",
                    "");
        }
        reporter.publishEntry(String.format(
                Locale.ROOT,
                "%d gaps between pieces, median %.1f ms; %.1f ms from a row to the next.",
                gaps.size(),
                median,
                between));
    }

    @LabCheck(
            id = "two-flow.voip.text",
            points = 1,
            title = "A newline inside a message and letters cut by a chunk's end come as they are in the file",
            hint = "Send the bytes of the payload as they are, never by way of a String.",
            needs = "two-flow.voip.rows")
    @Order(6)
    void bytesUnchanged(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        for (Sent sent : run.rows().inOrder()) {
            if (!sent.row().plain() && !sent.whole()) {
                throw run.failure(
                        "the message " + Quote.text(sent.row().message()) + " of " + ClientRun.number(sent),
                        "it came as " + Quote.text(sent.text()),
                        sent.text().contains("\uFFFD") || sent.text().contains("?")
                                ? "A chunk may end inside a character: write bytes, never the text of a chunk."
                                : "");
            }
        }
    }

    @LabCheck(
            id = "two-flow.voip.ends",
            points = 1,
            title = "Client 2 prints what it hears, ends its sending after the last row, and ends",
            hint = "Return from the task's code when the row is sent, and end every thread that you start.",
            needs = "two-flow.voip.rows")
    @Order(7)
    void printsAndEnds(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        run.requireHeard();
        run.requireEnd();
    }

    private static void requirePauses(ClientRun run, VoipPieces pieces, String expected) throws CheckFailure {
        Optional<Sent> atOnce = pieces.atOnce();
        if (atOnce.isPresent()) {
            throw run.failure(
                    expected,
                    "all " + atOnce.get().row().bytes().length + " bytes of " + ClientRun.number(atOnce.get())
                            + " came at once",
                    CUT);
        }
    }

    private static String about(double ms) {
        return "about " + 10 * Math.round(ms / 10);
    }

    private static VoipPieces pieces(ClientRun run) {
        return new VoipPieces(run.rows().inOrder(), run.connection().arrivals());
    }

    private static ClientRun run(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        return ClientRun.of(TwoFlowLive.of(testbed).voipSender());
    }
}
