package org.wiregrade.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Hole;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** What both sides of one stream said, in the order in which it was captured. */
public final class FollowedStream {
    private static final int HEX_ROW = 16;

    private FollowedStream() {}

    /** New payload that one segment brought, or a hole in front of an offset of the payload. */
    private record Part(Flow flow, boolean toServer, Segment segment, long offset, int size) {}

    /** Writes every segment's new bytes under a line with its direction, time and frame, as text or as hexadecimal. */
    public static void write(TcpStream stream, boolean hex, Appendable out) throws IOException {
        out.append("stream " + stream.index() + ": client " + stream.client() + ", server " + stream.server() + "\n");
        List<Part> parts = new ArrayList<>();
        collect(stream.toServer(), true, parts);
        collect(stream.toClient(), false, parts);
        parts.sort(Comparator.comparingInt(part -> part.segment.frame()));
        for (Part part : parts) {
            for (Hole hole : part.flow.holes()) {
                if (hole.offset() == part.offset) {
                    missing(hole, part.toServer, out);
                }
            }
            Segment segment = part.segment;
            out.append(part.toServer ? "--> " : "<-- ")
                    .append(CaptureTable.seconds(segment.timeNs() - stream.startNs()))
                    .append(" s, packet " + segment.frame() + ", " + part.size + (part.size == 1 ? " byte" : " bytes"))
                    .append('\n');
            byte[] bytes = part.flow.payload(part.offset, part.size);
            if (hex) {
                dump(bytes, part.offset, out);
            } else {
                String text = Words.plain(new String(bytes, StandardCharsets.UTF_8));
                out.append(text).append(text.endsWith("\n") ? "" : "\n");
            }
        }
        trailing(stream.toServer(), true, out);
        trailing(stream.toClient(), false, out);
    }

    private static void collect(Flow flow, boolean toServer, List<Part> parts) {
        long offset = 0;
        for (int size : flow.sizes()) {
            parts.add(new Part(flow, toServer, flow.segmentAt(offset), offset, size));
            offset += size;
        }
    }

    private static void trailing(Flow flow, boolean toServer, Appendable out) throws IOException {
        for (Hole hole : flow.holes()) {
            if (hole.offset() == flow.bytes()) {
                missing(hole, toServer, out);
            }
        }
    }

    private static void missing(Hole hole, boolean toServer, Appendable out) throws IOException {
        out.append(toServer ? "--> " : "<-- ").append("[" + hole.size() + " bytes are not in the capture]\n");
    }

    private static void dump(byte[] bytes, long offset, Appendable out) throws IOException {
        HexFormat digits = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < bytes.length; at += HEX_ROW) {
            int end = Math.min(bytes.length, at + HEX_ROW);
            String row = digits.formatHex(bytes, at, end);
            StringBuilder signs = new StringBuilder();
            for (int i = at; i < end; i++) {
                signs.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            out.append(HexFormat.of().toHexDigits(offset + at, 8)).append("  ").append(row);
            out.append(" ".repeat(3 * HEX_ROW - row.length() + 1)).append(signs).append('\n');
        }
    }
}
