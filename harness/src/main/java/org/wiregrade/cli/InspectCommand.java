package org.wiregrade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.CaptureProblem;
import org.wiregrade.capture.Captures;
import org.wiregrade.report.CaptureCsv;
import org.wiregrade.report.CaptureJson;
import org.wiregrade.report.CaptureTable;
import org.wiregrade.report.FollowedStream;
import org.wiregrade.report.StreamFilter;
import org.wiregrade.report.Words;
import org.wiregrade.wire.TcpStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade inspect}: a capture's streams. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Show the TCP streams of a capture (pcapng or pcap, gzip or not).")
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The capture.")
    private Path file;

    @ArgGroup
    private Format format;

    @Option(names = "--stream", paramLabel = "N", description = "Follow one stream, by Wireshark's number.")
    private Integer stream;

    @Option(names = "--hex", description = "Follow in hexadecimal instead of text.")
    private boolean hex;

    @Option(names = "--filter", paramLabel = "PORT|IP|IP:PORT", description = "Only streams with this endpoint.")
    private String filter;

    /** At most one machine-readable format. */
    private static final class Format {
        @Option(names = "--json", description = "Print JSON, with a SHA-256 of each payload.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV, a row a stream.")
        private boolean csv;
    }

    @Override
    public Integer call() throws IOException {
        StreamFilter wanted = filter == null ? null : StreamFilter.of(filter);
        Capture capture = Captures.read(file);
        String name = file.getFileName().toString();
        for (CaptureProblem problem : capture.problems()) {
            command.commandLine().getErr().println("wiregrade: " + Words.plain(name + ": " + problem.message()));
        }
        show(name, capture, chosen(capture, wanted));
        return Exit.DONE;
    }

    private List<TcpStream> chosen(Capture capture, StreamFilter wanted) {
        List<TcpStream> streams = capture.trace().streams();
        if (stream == null) {
            return wanted == null ? streams : streams.stream().filter(wanted).toList();
        }
        if (stream < 0 || stream >= streams.size()) {
            throw new IllegalArgumentException(
                    "there is no stream " + stream + "; the capture has " + streams.size() + ", numbered from 0");
        }
        return List.of(streams.get(stream));
    }

    private void show(String name, Capture capture, List<TcpStream> streams) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (format != null && format.json) {
            CaptureJson.write(name, capture, streams, System.out);
        } else if (format != null && format.csv) {
            CaptureCsv.write(streams, out);
        } else if (stream != null) {
            FollowedStream.write(streams.get(0), hex, out);
        } else {
            CaptureTable.write(name, capture, streams, out);
        }
        out.flush();
    }
}
