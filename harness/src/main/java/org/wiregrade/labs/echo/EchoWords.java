package org.wiregrade.labs.echo;

import org.wiregrade.labs.words.Words;

/** The one place where the echo lab's sentences are found. */
final class EchoWords {
    static final Words WORDS = new Words(EchoWords.class);

    private EchoWords() {}
}
