package org.wiregrade.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** A capture's streams as CSV, a row a stream; RFC 4180 with a header. */
public final class CaptureCsv {
    private static final String[] HEAD = {
        "stream",
        "client_ip",
        "client_port",
        "server_ip",
        "server_port",
        "first_frame",
        "last_frame",
        "start_ns",
        "duration_ns",
        "closed",
        "packets_to_server",
        "bytes_to_server",
        "missing_to_server",
        "retransmissions_to_server",
        "sizes_to_server",
        "packets_to_client",
        "bytes_to_client",
        "missing_to_client",
        "retransmissions_to_client",
        "sizes_to_client"
    };

    private CaptureCsv() {}

    /** Sizes are separated by blanks. */
    public static void write(List<TcpStream> streams, Appendable out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEAD).get();
        CSVPrinter csv = new CSVPrinter(out, format);
        for (TcpStream stream : streams) {
            csv.print(stream.index());
            csv.print(stream.client().ip());
            csv.print(stream.client().port());
            csv.print(stream.server().ip());
            csv.print(stream.server().port());
            csv.print(stream.firstFrame());
            csv.print(stream.lastFrame());
            csv.print(stream.startNs());
            csv.print(stream.durationNs());
            csv.print(stream.closing().name().toLowerCase(Locale.ROOT));
            print(stream.toServer(), csv);
            print(stream.toClient(), csv);
            csv.println();
        }
        csv.flush();
    }

    private static void print(Flow flow, CSVPrinter csv) throws IOException {
        csv.print(flow.packets());
        csv.print(flow.bytes());
        csv.print(flow.missing());
        csv.print(flow.retransmissions());
        StringBuilder sizes = new StringBuilder();
        for (int size : flow.sizes()) {
            sizes.append(sizes.isEmpty() ? "" : " ").append(size);
        }
        csv.print(sizes);
    }
}
