package org.wiregrade.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final int BUFFER = 16 << 10;

    private final List<String> lines = new ArrayList<>();
    private boolean ended;
    private boolean flooded;

    Output(InputStream stream, Runnable onFlood) {
        Thread reader = new Thread(() -> read(stream, onFlood), "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream, Runnable onFlood) {
        byte[] buffer = new byte[BUFFER];
        var line = new ByteArrayOutputStream();
        int seen = 0;
        try (stream) {
            for (int length; (length = stream.read(buffer)) >= 0; ) {
                seen += length;
                if (seen > LIMIT) {
                    flood();
                    onFlood.run();
                    break;
                }
                split(buffer, length, line);
            }
            if (line.size() > 0) {
                add(List.of(withoutReturn(line.toString(StandardCharsets.UTF_8))));
            }
        } catch (IOException e) {
            // The pipe is gone because the program was ended.
        } finally {
            end();
        }
    }

    /** Adds the lines that end in a buffer, and leaves what is behind them in {@code line}. */
    private void split(byte[] buffer, int length, ByteArrayOutputStream line) {
        List<String> complete = new ArrayList<>();
        int start = 0;
        int full = LONGEST_LINE - line.size();
        for (int i = 0; i < length; i++) {
            boolean ends = buffer[i] == '\n';
            if (ends || i >= full) {
                line.write(buffer, start, (ends ? i : i + 1) - start);
                complete.add(withoutReturn(line.toString(StandardCharsets.UTF_8)));
                line.reset();
                start = i + 1;
                full = start + LONGEST_LINE;
            }
        }
        line.write(buffer, start, length - start);
        if (!complete.isEmpty()) {
            add(complete);
        }
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private synchronized void add(List<String> complete) {
        lines.addAll(complete);
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
