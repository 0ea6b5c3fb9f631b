package org.wiregrade.batch;

import org.wiregrade.grade.Grade;

/** Hears how a batch gets on; called by several threads, one at a time. */
public interface Progress extends AutoCloseable {
    /** Called before all else, when a program that is right got every point; not where there is none. */
    void rehearsed(Rehearsed rehearsed);

    /** Called once, before anything is graded. */
    void planned(int submissions);

    /** Called when a submission's files are written, or when {@code known} because an earlier run had written them. */
    void graded(Grade grade, double seconds, boolean known);

    /** Called when a submission was graded again, alone, since a canary had not been good; it counted before. */
    void gradedAgain(Grade grade, double seconds);

    @Override
    void close();
}
