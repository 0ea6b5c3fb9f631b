package org.wiregrade.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A Jupiter test that is worth points. */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LabCheck {
    /** Stable name, {@code lab.check}. */
    String id();

    int points();

    /** What a correct submission does, as a sentence without a full stop. */
    String title();

    /** Where a student should look when it fails, unless the failure knows better. */
    String hint();

    /**
     * Ids of the checks without which this one has nothing to judge; it is skipped where one of them did not pass,
     * unless that failed in something from which nothing follows.
     *
     * <p>A check that aborts itself does not apply to the submission: it counts for nothing, and keeps none from running.
     */
    String[] needs() default {};
}
