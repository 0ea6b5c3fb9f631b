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

    private final List<Line> lines = new ArrayList<>();
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
                add(List.of(new Line(line.toByteArray())));
            }
        } catch (IOException e) {
            // The pipe is gone because the program was ended.
        } finally {
            end();
        }
    }

    /** Adds the lines that end in a buffer, and leaves what is behind them in {@code line}. */
    private void split(byte[] buffer, int length, ByteArrayOutputStream line) {
        List<Line> complete = new ArrayList<>();
        int start = 0;
        int full = LONGEST_LINE - line.size();
        for (int i = 0; i < length; i++) {
            boolean ends = buffer[i] == '\n';
            if (ends || i + 1 >= full) {
                line.write(buffer, start, (ends ? i : i + 1) - start);
                complete.add(new Line(line.toByteArray()));
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

    private synchronized void add(List<Line> complete) {
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
        return lines.subList(Math.min(mark, lines.size()), lines.size()).stream()
                .map(Line::text)
                .toList();
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
            String line = lines.get(i).text();
            text.append(line, 0, Math.min(line.length(), EXCERPT_WIDTH)).append('\n');
        }
        return text.toString();
    }

    synchronized Optional<String> await(int mark, Predicate<String> wanted, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        int next = mark;
        while (true) {
            for (; next < lines.size(); next++) {
                String line = lines.get(next).text();
                if (wanted.test(line)) {
                    return Optional.of(line);
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

    /** A line without its end, decoded when somebody looks at it: of what a relay logs, that is next to nothing. */
    private static final class Line {
        private byte[] bytes;
        private String text;

        Line(byte[] bytes) {
            this.bytes = bytes;
        }

        String text() {
            if (text == null) {
                int length = bytes.length;
                boolean carriageReturn = length > 0 && bytes[length - 1] == '\r';
                text = new String(bytes, 0, carriageReturn ? length - 1 : length, StandardCharsets.UTF_8);
                bytes = null;
            }
            return text;
        }
    }
}
