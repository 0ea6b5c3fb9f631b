package org.wiregrade.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.CaptureProblem;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** A capture's streams as JSON on one line; the fields are a contract with scripts, to which only more may be added. */
public final class CaptureJson {
    private CaptureJson() {}

    /** Writes UTF-8 and flushes, but does not close the stream. */
    public static void write(String name, Capture capture, List<TcpStream> streams, OutputStream out)
            throws IOException {
        PayloadHashes hashes = PayloadHashes.of(streams);
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("file", name);
            json.writeStringField("format", capture.format());
            json.writeArrayFieldStart("linkTypes");
            for (String linkType : capture.linkTypes()) {
                json.writeString(linkType);
            }
            json.writeEndArray();
            json.writeNumberField("packets", capture.packets());
            json.writeNumberField("tcpPackets", capture.tcpPackets());
            json.writeNumberField("dropped", capture.dropped());
            json.writeArrayFieldStart("problems");
            for (CaptureProblem problem : capture.problems()) {
                json.writeStartObject();
                json.writeNumberField("offset", problem.offset());
                json.writeStringField("message", problem.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("streams");
            for (TcpStream stream : streams) {
                write(stream, hashes, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void write(TcpStream stream, PayloadHashes hashes, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", stream.index());
        write("client", stream.client(), json);
        write("server", stream.server(), json);
        json.writeNumberField("firstFrame", stream.firstFrame());
        json.writeNumberField("lastFrame", stream.lastFrame());
        json.writeNumberField("startNs", stream.startNs());
        json.writeNumberField("durationNs", stream.durationNs());
        json.writeStringField("closed", stream.closing().name().toLowerCase(Locale.ROOT));
        write("toServer", stream.toServer(), hashes.toServer(stream), json);
        write("toClient", stream.toClient(), hashes.toClient(stream), json);
        json.writeEndObject();
    }

    private static void write(String field, Endpoint endpoint, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("ip", endpoint.ip());
        json.writeNumberField("port", endpoint.port());
        json.writeEndObject();
    }

    private static void write(String field, Flow flow, String hash, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("packets", flow.packets());
        json.writeNumberField("bytes", flow.bytes());
        json.writeStringField("sha256", hash);
        json.writeNumberField("missing", flow.missing());
        json.writeNumberField("retransmissions", flow.retransmissions());
        json.writeArrayFieldStart("sizes");
        for (int size : flow.sizes()) {
            json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
