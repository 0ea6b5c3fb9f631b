package org.wiregrade.testbed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes bytes apart into lines; one longer than 64 KiB is taken for several. */
final class LineSplitter {
    private static final int LONGEST_LINE = 64 << 10;

    /** What came behind the last complete line. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The lines that end in what comes next. */
    List<Line> complete(byte[] buffer, int length) {
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
        return complete;
    }

    /** The beginning of what is behind the last complete line. */
    String beginning(int most) {
        return new String(line.toByteArray(), 0, Math.min(line.size(), most), StandardCharsets.UTF_8);
    }

    /** What is behind the last complete line as a line; none where that is nothing. */
    List<Line> rest() {
        return line.size() == 0 ? List.of() : List.of(new Line(line.toByteArray()));
    }
}
