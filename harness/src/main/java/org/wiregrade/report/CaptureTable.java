package org.wiregrade.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.capture.Capture;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** A capture's streams as a table, like Wireshark's Conversations. */
public final class CaptureTable {
    private static final List<String> HEAD = List.of(
            "#",
            "client",
            "server",
            "packets→",
            "←packets",
            "bytes→",
            "←bytes",
            "sizes→",
            "←sizes",
            "start",
            "duration",
            "closed");
    private static final int SIZES_SHOWN = 6;
    private static final int WIDEST_PADDED = 48;

    private CaptureTable() {}

    /** Writes a line about the file and a row a stream; times in seconds, the start counted from the first stream's. */
    public static void write(String name, Capture capture, List<TcpStream> streams, Appendable out) throws IOException {
        out.append(Words.plain(name)).append(": ").append(capture.format());
        if (!capture.linkTypes().isEmpty()) {
            out.append(", ").append(String.join("+", capture.linkTypes()));
        }
        out.append(", ").append(plural(capture.packets(), "packet"));
        out.append(", ").append(String.valueOf(capture.tcpPackets())).append(" TCP");
        out.append(", ").append(plural(streams.size(), "stream")).append('\n');
        if (streams.isEmpty()) {
            return;
        }
        long origin = Long.MAX_VALUE;
        for (TcpStream stream : capture.trace().streams()) {
            origin = Math.min(origin, stream.startNs());
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (TcpStream stream : streams) {
            rows.add(row(stream, origin));
        }
        write(rows, out);
    }

    private static List<String> row(TcpStream stream, long origin) {
        Flow there = stream.toServer();
        Flow back = stream.toClient();
        return List.of(
                String.valueOf(stream.index()),
                stream.client().toString(),
                stream.server().toString(),
                String.valueOf(there.packets()),
                String.valueOf(back.packets()),
                bytes(there),
                bytes(back),
                sizes(there.sizes()),
                sizes(back.sizes()),
                seconds(stream.startNs() - origin),
                seconds(stream.durationNs()),
                closing(stream));
    }

    private static String bytes(Flow flow) {
        long missing = flow.missing();
        return missing == 0 ? String.valueOf(flow.bytes()) : flow.bytes() + " (" + missing + " missing)";
    }

    private static String closing(TcpStream stream) {
        if (stream.closing() != Closing.RST) {
            return stream.closing() == Closing.FIN ? "fin" : "open";
        }
        return stream.toServer().reset() ? "rst by client" : "rst by server";
    }

    /** The first few sizes, equal neighbours once: {@code 10×7, 6, 1}. */
    static String sizes(int[] sizes) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < sizes.length; shown++) {
            if (shown == SIZES_SHOWN) {
                return text.append(", …").toString();
            }
            int end = i;
            while (end < sizes.length && sizes[end] == sizes[i]) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(sizes[i]);
            if (end - i > 1) {
                text.append('×').append(end - i);
            }
            i = end;
        }
        return text.toString();
    }

    static String seconds(long nanoseconds) {
        long micros = Math.abs(nanoseconds / 1000);
        String fraction = String.valueOf(1_000_000 + micros % 1_000_000).substring(1);
        return (nanoseconds < 0 ? "-" : "") + micros / 1_000_000 + "." + fraction;
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static void write(List<List<String>> rows, Appendable out) throws IOException {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] =
                        Math.min(WIDEST_PADDED, Math.max(widths[i], row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String gap = " ".repeat(Math.max(0, widths[i] - cell.length()));
                boolean number = i == 0 || (i > 2 && i < 7) || i == 9 || i == 10;
                line.append(i == 0 ? "" : "  ").append(number ? gap + cell : cell + gap);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
