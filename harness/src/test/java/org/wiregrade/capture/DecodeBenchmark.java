package org.wiregrade.capture;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each stage costs a packet, warm: {@code bench/decode.sh} runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeBenchmark {
    private static final int PACKETS = 1000;

    @Param({"ETHERNET", "STACKED_VLANS", "SLL2"})
    private String framing;

    private CaptureBytes bytes;
    private PacketBatch packets;
    private TcpBatch segments;
    private PacketDecoder decoder;

    @Setup
    public void prepare() throws IOException {
        List<Sent> sent = new ArrayList<>();
        for (Random random = new Random(1); sent.size() < PACKETS; ) {
            sent.addAll(new RandomTalk(random).sent());
        }
        PcapngWriter writer = new PcapngWriter(LITTLE_ENDIAN);
        Framing link = Framing.valueOf(framing);
        for (Sent each : sent.subList(0, PACKETS)) {
            byte[] datagram = Datagrams.FOUR.of(each).get(0);
            writer.packet(new Framed(each.timeNs(), link.linkType(false), link.around(datagram, false)));
        }
        bytes = CaptureBytes.of(writer.bytes());
        packets = new PacketBatch(PACKETS);
        segments = new TcpBatch(PACKETS);
        decoder = new PacketDecoder(bytes);
        walk();
        decode();
        if (segments.count != PACKETS) {
            throw new IllegalStateException("Decoded " + segments.count + " of " + PACKETS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public PacketBatch walk() {
        packets.clear(1);
        new PcapngReader(bytes, new CaptureProblems()).fill(packets);
        return packets;
    }

    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public TcpBatch decode() {
        decoder.decode(packets, segments);
        return segments;
    }

    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public long follow() {
        StreamTable streams = new StreamTable(bytes);
        streams.addAll(segments);
        return streams.segments();
    }
}
