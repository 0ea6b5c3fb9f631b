package org.wiregrade.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.wiregrade.batch.Progress;
import org.wiregrade.batch.Rehearsed;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.Words;

/** Progress as plain lines, for logs. */
final class LineProgress implements Progress {
    private final PrintWriter err;
    private int planned;
    private int graded;

    LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void rehearsed(Rehearsed rehearsed) {
        err.println("rehearsal: " + rehearsed.words());
    }

    @Override
    public void planned(int submissions) {
        planned = submissions;
    }

    @Override
    public void graded(Grade grade, double seconds, boolean known) {
        graded++;
        say(grade, known ? "known from an earlier run" : String.format(Locale.ROOT, "%.1f s", seconds));
    }

    @Override
    public void gradedAgain(Grade grade, double seconds) {
        say(grade, String.format(Locale.ROOT, "again, alone, %.1f s", seconds));
    }

    private void say(Grade grade, String how) {
        err.println(String.format(
                Locale.ROOT,
                "[%d/%d] %s %d/%d%s (%s)",
                graded,
                planned,
                Words.plain(grade.submission()),
                grade.earned(),
                grade.possible(),
                grade.needsPerson() ? ", needs a person" : "",
                how));
    }

    @Override
    public void close() {}
}
