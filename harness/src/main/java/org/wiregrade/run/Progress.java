package org.wiregrade.run;

import org.wiregrade.grade.Grade;

/** Hears how a batch gets on; called by several threads, one at a time. */
public interface Progress extends AutoCloseable {
    /** Called once, before anything else. */
    void planned(int submissions);

    /** Called when a submission's files are written, or when {@code known} because an earlier run had written them. */
    void graded(Grade grade, double seconds, boolean known);

    @Override
    void close();
}
