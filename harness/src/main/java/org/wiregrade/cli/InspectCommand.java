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
import org.wiregrade.wire.Trace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade inspect}: the streams of captures. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Show the TCP streams of a capture (pcapng or pcap, packed or not).")
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The captures; of several, each by the path given.")
    private List<Path> files;

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
        @Option(names = "--json", description = "Print JSON, a line a capture, with a SHA-256 of each payload.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV of one capture, a row a stream.")
        private boolean csv;
    }

    /** Of several captures one that cannot be shown keeps none of the others; the worst says how it went. */
    @Override
    public Integer call() throws IOException {
        StreamFilter wanted = filter == null ? null : StreamFilter.of(filter);
        if (files.size() == 1) {
            inspect(files.get(0), String.valueOf(files.get(0).getFileName()), wanted);
            return Exit.DONE;
        }
        if (format != null && format.csv) {
            throw new IllegalArgumentException("--csv shows one capture; of several take --json");
        }
        int worst = Exit.DONE;
        for (Path file : files) {
            try {
                inspect(file, file.toString(), wanted);
            } catch (IOException | IllegalArgumentException failure) {
                complain(file + ": " + Wiregrade.sentence(failure));
                worst = Math.max(worst, Wiregrade.exit(failure));
            }
        }
        return worst;
    }

    private void inspect(Path file, String name, StreamFilter wanted) throws IOException {
        Capture capture = Captures.read(file);
        for (CaptureProblem problem : capture.problems()) {
            complain(name + ": " + problem.message());
        }
        show(name, capture, chosen(capture.trace(), wanted));
    }

    private void complain(String sentence) {
        command.commandLine().getErr().println("wiregrade: " + Words.plain(sentence));
    }

    private List<TcpStream> chosen(Trace trace, StreamFilter wanted) {
        if (stream != null) {
            return List.of(trace.stream(stream)
                    .orElseThrow(() -> new IllegalArgumentException("there is no stream " + stream
                            + "; the capture has " + trace.streams().size() + ", numbered as in Wireshark from 0")));
        }
        return wanted == null
                ? trace.streams()
                : trace.streams().stream().filter(wanted).toList();
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
