package org.wiregrade.labs.chat.rule;

import org.wiregrade.labs.words.Words;

/** The one place where the chat's sentences are found. */
public final class ChatWords {
    public static final Words WORDS = new Words(ChatWords.class);

    private ChatWords() {}
}
