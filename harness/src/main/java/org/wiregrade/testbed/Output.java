package org.wiregrade.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines that a program prints, kept up to a limit; a program that passes it is ended. */
final class Output {
    static final String LIMIT_WORDS = "16 MiB";
    private static final int LIMIT = 16 << 20;
    private static final int EXCERPT_LINES = 40;
    private static final int EXCERPT_WIDTH = 200;
    private static final int LONGEST_LINE = 64 << 10;

    private final List<String> lines = new ArrayList<>();
    private boolean ended;
    private boolean flooded;

    Output(InputStream stream, Runnable onFlood) {
        Thread reader = new Thread(() -> read(stream, onFlood), "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream, Runnable onFlood) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            int seen = 0;
            int next;
            while ((next = reader.read()) >= 0) {
                if (++seen > LIMIT) {
                    flood();
                    onFlood.run();
                    break;
                }
                if (next != '\n') {
                    line.append((char) next);
                }
                if (next == '\n' || line.length() >= LONGEST_LINE) {
                    add(line);
                }
            }
            if (line.length() > 0) {
                add(line);
            }
        } catch (IOException e) {
            // The pipe is gone because the program was ended.
        } finally {
            end();
        }
    }

    private synchronized void add(StringBuilder line) {
        int length = line.length();
        boolean carriageReturn = length > 0 && line.charAt(length - 1) == '\r';
        lines.add(line.substring(0, carriageReturn ? length - 1 : length));
        line.setLength(0);
        notifyAll();
    }

    private synchronized void flood() {
        flooded = true;
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized boolean flooded() {
        return flooded;
    }

    synchronized int size() {
        return lines.size();
    }

    synchronized List<String> linesFrom(int mark) {
        return List.copyOf(lines.subList(Math.min(mark, lines.size()), lines.size()));
    }

    /** The first and the last lines, with a word on how many are between them. */
    synchronized String excerpt() {
        StringBuilder text = new StringBuilder();
        int left = lines.size() - 2 * EXCERPT_LINES;
        for (int i = 0; i < lines.size(); i++) {
            if (left > 0 && i == EXCERPT_LINES) {
                text.append("… ").append(left).append(" lines more …\n");
                i += left;
            }
            String line = lines.get(i);
            text.append(line, 0, Math.min(line.length(), EXCERPT_WIDTH)).append('\n');
        }
        return text.toString();
    }

    synchronized Optional<String> await(int mark, Predicate<String> wanted, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        int next = mark;
        while (true) {
            for (; next < lines.size(); next++) {
                if (wanted.test(lines.get(next))) {
                    return Optional.of(lines.get(next));
                }
            }
            if (ended || !deadline.waitOn(this)) {
                return Optional.empty();
            }
        }
    }

    synchronized boolean awaitEnded(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        while (!ended) {
            if (!deadline.waitOn(this)) {
                return false;
            }
        }
        return true;
    }
}
