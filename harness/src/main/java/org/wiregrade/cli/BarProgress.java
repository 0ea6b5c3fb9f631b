package org.wiregrade.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.wiregrade.batch.Progress;
import org.wiregrade.batch.Rehearsed;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.Words;

/** Progress as a bar with the time left, for people. */
final class BarProgress implements Progress {
    private final PrintWriter err;
    private ProgressBar bar;

    BarProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void rehearsed(Rehearsed rehearsed) {
        err.println("rehearsal: " + rehearsed.words());
    }

    @Override
    public void planned(int submissions) {
        bar = new ProgressBarBuilder()
                .setTaskName("grading")
                .setInitialMax(submissions)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build();
    }

    @Override
    public void graded(Grade grade, double seconds, boolean known) {
        bar.setExtraMessage(" " + Words.plain(grade.submission()));
        bar.step();
    }

    @Override
    public void gradedAgain(Grade grade, double seconds) {
        bar.setExtraMessage(" " + Words.plain(grade.submission()) + ", again");
        bar.refresh();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
