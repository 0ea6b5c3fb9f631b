package org.wiregrade.labs.chat.live;

import org.wiregrade.testbed.Vocabulary;

/** The form of the load test's messages, such as {@code c3m17;}. */
record LoadWords(char beforeClient, char beforeNumber, char end) {
    private static final String ENDS = ";|&$";

    static LoadWords of(Vocabulary words) {
        char client = letter(words.number("storm client", 26), 'c');
        // Another letter than the first: 10 to 25 further.
        char number = letter(words.number("storm number", 16), client + 10);
        return new LoadWords(client, number, ENDS.charAt(words.number("storm end", ENDS.length())));
    }

    private static char letter(int steps, int from) {
        return (char) ('a' + (from - 'a' + steps) % 26);
    }

    String of(int client, int message) {
        return "" + beforeClient + client + beforeNumber + message + end;
    }
}
