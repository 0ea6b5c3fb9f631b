package org.wiregrade.cli;

/** What the place where the user sits can show. */
final class Terminal {
    private Terminal() {}

    /** Whether standard output is a terminal, as the launcher script saw it. */
    static boolean isWatched() {
        return "yes".equals(System.getProperty("wiregrade.terminal"));
    }

    static boolean hasColour() {
        return isWatched() && System.getenv("NO_COLOR") == null;
    }
}
