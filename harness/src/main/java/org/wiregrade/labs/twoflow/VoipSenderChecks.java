package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.SentRows.Sent;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What client 2 sends of five VoIP rows to the harness in the relay's place, and when. */
@Task(value = "Client 2: VoIP frames", lab = TwoFlowLab.class)
final class VoipSenderChecks {
    private static final String CUT =
            "Cut the payload into chunks of CHUNK_SIZE bytes and pause BETWEEN_CHUNKS_MS after each: what is sent without "
                    + "a pause is joined on its way.";

    @LabCheck(
            id = "two-flow.voip.rows",
            points = 1,
            title = "Client 2 sends each row of its CSV file once, in order",
            hint = "Write the payload that the task's code is given to the stream out.",
            needs = "two-flow.voip.compiles")
    void eachRowOnceInOrder(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        run.requireEachRowOnce();
        run.requireOrder();
    }

    @LabCheck(
            id = "two-flow.voip.bytes",
            points = 2,
            title = "Every byte of a row comes, and none that is not in it",
            hint = "Go through the payload in steps of CHUNK_SIZE to its very end, and write each byte once.",
            needs = "two-flow.voip.rows")
    void everyByteAndNoOther(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        for (Sent sent : run.rows().inOrder()) {
            if (sent.row().plain() && !sent.clean()) {
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
    void rowsOnTheVoipConnection(Testbed testbed) throws Exception {
        run(testbed).requireOwnFlow();
    }

    @LabCheck(
            id = "two-flow.voip.chunks",
            points = 4,
            title = "A row is sent in chunks of 10 bytes, the last one with what remains",
            hint = "One write for each chunk of CHUNK_SIZE bytes.",
            needs = "two-flow.voip.rows")
    void tenBytesEach(Testbed testbed, TestReporter reporter) throws Exception {
        ClientRun run = run(testbed);
        String expected = "pieces of " + TwoFlowLab.CHUNK_SIZE + " bytes, and a last one with what remains";
        VoipPieces pieces = pieces(run, expected);
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
        Sent first = clean(run, expected).get(0);
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
    void newlineOnItsOwn(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        String expected = "one newline behind each row, in a piece of its own";
        List<Sent> rows = clean(run, expected);
        VoipPieces pieces = new VoipPieces(rows, run.pieces());
        for (Sent sent : rows) {
            if (!sent.behind().equals("\n")) {
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
    void pausesBetweenPieces(Testbed testbed, TestReporter reporter) throws Exception {
        ClientRun run = run(testbed);
        String expected = "a pause of " + TwoFlowLab.BETWEEN_CHUNKS_MS + " ms after each chunk";
        VoipPieces pieces = pieces(run, expected);
        List<Double> gaps = pieces.gaps();
        double median = VoipPieces.median(pieces.gapsOfPieces());
        if (median < TwoFlowLab.SHORTEST_MEDIAN_MS) {
            throw run.failure(expected, "the usual pause is " + about(median) + " ms", "");
        }
        double pauseHere = TwoFlowLive.of(testbed).voipSender().pauseHere();
        if (median > TwoFlowLab.LONGEST_MEDIAN * Math.max(pauseHere, TwoFlowLab.BETWEEN_CHUNKS_MS)) {
            throw run.failure(expected, "the usual pause is " + about(median) + " ms: too long", "");
        }
        long none = gaps.stream().filter(gap -> gap < TwoFlowLab.NO_GAP_MS).count();
        if (none > TwoFlowLab.NO_GAPS * gaps.size()) {
            throw run.failure(expected, "many chunks come without it", "Pause after every chunk, also after the last.");
        }
        OptionalDouble between = pieces.longestGapBetweenRows();
        if (between.orElse(TwoFlowLab.AFTER_ROW_MS) < TwoFlowLab.LEAST_ROW_GAP_MS) {
            throw run.failure(
                    "a pause of " + TwoFlowLab.AFTER_ROW_MS + " ms after each row",
                    "the longest pause is " + about(between.getAsDouble()) + " ms",
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
                "%d gaps between pieces, median %.1f ms; at most %.1f ms from a row to the next.",
                gaps.size(),
                median,
                between.orElse(0)));
    }

    @LabCheck(
            id = "two-flow.voip.text",
            points = 1,
            title = "A newline inside a message and letters cut by a chunk's end come as they are in the file",
            hint = "Send the bytes of the payload as they are, never by way of a String.",
            needs = "two-flow.voip.bytes")
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
    void printsAndEnds(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        run.requireHeard();
        run.requireEnd();
    }

    /** The pieces of the rows that came whole; where they came at once there is nothing to tell them apart by. */
    private static VoipPieces pieces(ClientRun run, String expected) {
        VoipPieces pieces = new VoipPieces(clean(run, expected), run.pieces());
        Optional<Sent> atOnce = pieces.atOnce();
        if (atOnce.isPresent()) {
            throw run.failure(
                    expected,
                    "all " + atOnce.get().row().bytes().length + " bytes of " + ClientRun.number(atOnce.get())
                            + " came at once",
                    CUT);
        }
        return pieces;
    }

    private static List<Sent> clean(ClientRun run, String expected) {
        List<Sent> clean = run.rows().inOrder().stream().filter(Sent::clean).toList();
        if (clean.isEmpty()) {
            throw run.failure(
                    expected, "no row came as it is, so there are no pieces of it", "First let every byte come.");
        }
        return clean;
    }

    private static String about(double ms) {
        return "about " + 10 * Math.round(ms / 10);
    }

    private static ClientRun run(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        return ClientRun.of(TwoFlowLive.of(testbed).voipSender());
    }
}
