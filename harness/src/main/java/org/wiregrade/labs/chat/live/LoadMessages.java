package org.wiregrade.labs.chat.live;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the clients of the load test say.
 *
 * @param guard stands in front of each word
 * @param size the bytes of a message; 0 where it is no longer than its word
 * @param joined how many are sent in one write
 */
record LoadMessages(LoadWords words, String guard, int size, int joined) {
    /** What fills the rest of a message, and is counted. */
    private static final char FILLING = '^';

    private String message(int client, int number) {
        String word = guard + words.of(client, number);
        return word + String.valueOf(FILLING).repeat(Math.max(0, size - word.length() - 1)) + "\n";
    }

    /** Those that a client says in one write, beginning with one of its messages. */
    String write(int client, int from, int messages) {
        return IntStream.range(from, Math.min(from + joined, messages))
                .mapToObj(number -> message(client, number))
                .collect(Collectors.joining());
    }

    /** The most characters that are all the messages of a client, without line ends; what has no filling may be of any length. */
    int longest(int messages) {
        return size == 0 ? Integer.MAX_VALUE : messages * (size - 1);
    }

    /** How much there is to be counted in all messages of a client. */
    int filling(int client, int messages) {
        return IntStream.range(0, messages)
                .map(number -> filling(message(client, number)))
                .sum();
    }

    /** How much that is to be counted stands in a text. */
    static int filling(String text) {
        int count = 0;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            count += each == FILLING ? 1 : 0;
        }
        return count;
    }
}
