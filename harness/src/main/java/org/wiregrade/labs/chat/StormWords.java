package org.wiregrade.labs.chat;

import org.wiregrade.testbed.Vocabulary;

/** The form of the storm's messages, such as {@code c3m17;}. */
record StormWords(char beforeClient, char beforeNumber, char end) {
    private static final String ENDS = ";|&$";

    static StormWords of(Vocabulary words) {
        char client = letter(words.number("storm client", 26), 'c');
        // Another letter than the first: 10 to 25 further.
        char number = letter(words.number("storm number", 16), client + 10);
        return new StormWords(client, number, ENDS.charAt(words.number("storm end", ENDS.length())));
    }

    private static char letter(int steps, int from) {
        return (char) ('a' + (from - 'a' + steps) % 26);
    }

    String of(int client, int message) {
        return "" + beforeClient + client + beforeNumber + message + end;
    }
}
