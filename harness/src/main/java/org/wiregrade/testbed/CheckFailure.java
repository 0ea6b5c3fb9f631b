package org.wiregrade.testbed;

import org.opentest4j.AssertionFailedError;

/** The student's work is not what a check asks for; the only failure that costs points. */
public final class CheckFailure extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    private final String expectedWords;
    private final String gotWords;
    private final String hint;
    private final String detail;
    private final boolean ranOut;
    private final boolean alone;

    /** Each part is one sentence in the student's terms; a hint may be empty, then the check's own is shown. */
    public CheckFailure(String expected, String got, String hint) {
        this(expected, got, hint, "");
    }

    /** As above, with longer material to show below the sentences, such as a diff or a program's last lines. */
    public CheckFailure(String expected, String got, String hint, String detail) {
        this(expected, got, hint, detail, false, false);
    }

    private CheckFailure(String expected, String got, String hint, String detail, boolean ranOut, boolean alone) {
        super("expected: " + expected + "\n     got: " + got + (hint.isEmpty() ? "" : "\n    hint: " + hint));
        this.expectedWords = expected;
        this.gotWords = got;
        this.hint = hint;
        this.detail = detail;
        this.ranOut = ranOut;
        this.alone = alone;
    }

    /** The same failure of a program that seems to have lacked something, which explains it better than what was seen. */
    CheckFailure because(String lack, String otherHint) {
        return new CheckFailure(
                expectedWords, gotWords + "; " + lack, otherHint.isEmpty() ? hint : otherHint, detail, true, alone);
    }

    /** The same failure with other words for what was seen, what to do, and more to show below. */
    public CheckFailure told(String otherGot, String otherHint, String otherDetail) {
        return new CheckFailure(expectedWords, otherGot, otherHint, otherDetail, ranOut, alone);
    }

    /** The same failure of a part from which nothing follows: the checks that build on this one are not skipped. */
    public CheckFailure alone() {
        return new CheckFailure(expectedWords, gotWords, hint, detail, ranOut, true);
    }

    boolean isAlone() {
        return alone;
    }

    /** Whether the program seems to have lacked something, so that it may do better on a machine that is less busy. */
    public boolean ranOut() {
        return ranOut;
    }

    public String expected() {
        return expectedWords;
    }

    public String got() {
        return gotWords;
    }

    public String hint() {
        return hint;
    }

    public String detail() {
        return detail;
    }

    /** Where in the harness it was said is nothing to a student. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
