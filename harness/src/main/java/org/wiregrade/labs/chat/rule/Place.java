package org.wiregrade.labs.chat.rule;

/**
 * Where something is to be seen.
 *
 * @param packet its number in the capture, from 1; 0 where it was seen live
 */
public record Place(int packet) {
    public static final Place LIVE = new Place(0);

    /** As the end of a sentence: {@code  in packet 13}, or nothing. */
    @Override
    public String toString() {
        return packet == 0 ? "" : ChatWords.WORDS.text("place", packet);
    }
}
