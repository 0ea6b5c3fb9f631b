package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Testbed;

/** What a run of the client shows of the three things that its task asks for. */
public record ClientJudge(ClientRun run) {
    private static final Pattern THROWN = Pattern.compile("Exception in thread \"main\" ([\\w.$]+)");

    /** The kinds of IOException that there are, and those of the student's own. */
    private static final Pattern IO_EXCEPTION =
            Pattern.compile("(?!java\\.io\\.Unchecked)java\\.(io|net|nio)\\..*|chat\\..*");

    public static ClientJudge of(Testbed testbed) {
        return new ClientJudge(ClientRun.of(testbed));
    }

    /** Each line came as it was typed, with a newline, in one write. */
    public void requireSent() {
        if (!run.connected()) {
            throw failure(
                    "typed.not-connected", Quote.text(run.asked().get(0).texts().typed()));
        }
        for (int i = 0; i < run.asked().size(); i++) {
            // One that has not done with the line before is another check's.
            if (run.asked().get(i).came() || i == 0 || run.shows(i - 1).isPresent()) {
                requireSame(run.asked().get(i), i == 0);
            }
        }
        for (TypedLine line : run.asked().stream().filter(TypedLine::came).toList()) {
            String wanted = Quote.text(line.texts().typed() + "\n");
            if (!line.sent().endsWith("\n")) {
                throw failure("typed.no-newline", wanted, Quote.text(line.sent()))
                        .alone();
            }
            int length = line.sent().getBytes(StandardCharsets.UTF_8).length;
            long writes = run.wire().writes(line.offset(), length);
            if (writes > 1) {
                throw failure("typed.pieces", wanted, Quote.text(line.sent()), writes)
                        .alone();
            }
        }
    }

    private void requireSame(TypedLine line, boolean first) {
        String typed = line.texts().typed();
        String sent = line.sent();
        if (sent.isEmpty()) {
            throw failure(first ? "typed.nothing" : "typed.nothing-more", Quote.text(typed));
        }
        if (!sent.strip().equals(typed)) {
            boolean mangled = sent.contains("\uFFFD") || sent.replace(typed, "").contains("?");
            throw failure(mangled ? "typed.mangled" : "typed.other", Quote.text(typed), Quote.text(sent));
        }
    }

    /** Each answer was printed, as far as it was read, and a closed connection was told. */
    public void requireShown() {
        for (int i = 0; i < run.answers(); i++) {
            requireShown(i);
        }
        if (run.closedInstead()) {
            requireClosingTold();
        }
    }

    private void requireShown(int which) {
        TypedTexts texts = run.asked().get(which).texts();
        List<String> printed = run.printedUpTo(which);
        Optional<Integer> shown = run.shows(which);
        if (shown.isEmpty()) {
            boolean mangled = printed.stream().anyMatch(line -> line.contains(texts.plain()));
            throw failure(
                    printed.isEmpty() ? "shown.nothing" : mangled ? "shown.mangled" : "shown.other",
                    Quote.text(texts.answer()),
                    Quote.text(String.join("\n", printed)));
        }
        String all = String.join("\n", run.printedFrom(which));
        if (all.contains("\0")) {
            throw failure("shown.buffer", Quote.text(texts.answer()), Quote.text(all))
                    .alone();
        }
        if (which > 0 && all.contains(run.asked().get(which - 1).texts().plain())) {
            throw failure("shown.old", Quote.text(texts.answer()), Quote.text(all))
                    .alone();
        }
    }

    private void requireClosingTold() {
        String typed = Quote.text(run.asked().get(run.answers()).texts().typed());
        Optional<String> thrown = run.lines().stream()
                .map(THROWN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, last) -> last);
        if (!run.ended()) {
            throw failure("closed.hangs", typed).alone();
        }
        if (thrown.isEmpty()) {
            throw failure("closed.ignored", typed).alone();
        }
        if (!IO_EXCEPTION.matcher(thrown.get()).matches()) {
            throw failure("closed.other", typed, thrown.get()).alone();
        }
    }

    /** For each answer a time was printed that it can have taken. */
    public void requireTimed() {
        List<Optional<ShownTime>> times = run.times();
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i).isEmpty()) {
                throw failure("timed.none", Quote.text(String.join("\n", run.printedUpTo(i))));
            }
            requireRight(i, times.get(i).get());
        }
    }

    private void requireRight(int line, ShownTime time) {
        if (!run.mayHaveTaken(line, time.milliseconds())) {
            throw withTail(WORDS.hinted(
                    line == 0 ? "timed" : "timed.second",
                    "timed.hint." + unit(line, time.milliseconds()),
                    String.format(Locale.ROOT, "%.1f", run.least().get(line)),
                    String.format(Locale.ROOT, "%.1f", run.most().get(line)),
                    time.words()));
        }
    }

    private String unit(int line, double time) {
        if (run.mayHaveTaken(line, time * 1e3)) {
            return "seconds";
        }
        if (run.mayHaveTaken(line, time / 1e6)) {
            return "nanoseconds";
        }
        return run.mayHaveTaken(line, time / 1e3) ? "microseconds" : "other";
    }

    private CheckFailure failure(String name, Object... values) {
        return withTail(WORDS.failure(name, values));
    }

    private CheckFailure withTail(CheckFailure failure) {
        return new CheckFailure(
                failure.expected(), failure.got(), failure.hint(), run.client().tail());
    }
}
