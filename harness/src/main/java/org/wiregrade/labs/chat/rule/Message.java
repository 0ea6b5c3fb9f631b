package org.wiregrade.labs.chat.rule;

import org.wiregrade.labs.evidence.Quote;

/**
 * What a client said at once: in a capture a segment's payload, or a line of it where there are several.
 *
 * @param number its place among all that this client said, from 0
 * @param timeNs since the epoch; 0 where it was seen live
 */
public record Message(Client by, int number, String text, Place where, long timeNs) {
    /** {@code “hello”, said by client 1 in packet 13}. */
    @Override
    public String toString() {
        return ChatWords.WORDS.text("message", Quote.text(text), by, where);
    }
}
