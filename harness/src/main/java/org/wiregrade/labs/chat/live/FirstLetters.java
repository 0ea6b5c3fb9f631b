package org.wiregrade.labs.chat.live;

/** Whether a server loses the first letter of what one read brings, so that other checks can put one there for it to lose. */
public final class FirstLetters {
    private String guard = "";

    void areLost() {
        guard = " ";
    }

    /** What is said in front of texts where another check is about their first letter. */
    public String guard() {
        return guard;
    }

    /** A text as this server hands it on. */
    public String asHandedOn(String text) {
        return text.isEmpty() ? text : text.substring(guard.length());
    }
}
