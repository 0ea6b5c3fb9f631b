package org.wiregrade.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.Words;
import org.wiregrade.run.Progress;

/** Progress as plain lines, for logs. */
final class LineProgress implements Progress {
    private final PrintWriter err;
    private int planned;
    private int graded;

    LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void planned(int submissions) {
        planned = submissions;
    }

    @Override
    public void graded(Grade grade, double seconds, boolean known) {
        graded++;
        err.println(String.format(
                Locale.ROOT,
                "[%d/%d] %s %d/%d%s (%s)",
                graded,
                planned,
                Words.plain(grade.submission()),
                grade.earned(),
                grade.possible(),
                grade.needsPerson() ? ", needs a person" : "",
                known ? "known from an earlier run" : String.format(Locale.ROOT, "%.1f s", seconds)));
    }

    @Override
    public void close() {}
}
