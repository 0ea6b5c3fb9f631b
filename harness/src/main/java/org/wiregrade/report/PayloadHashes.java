package org.wiregrade.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** SHA-256 of both payloads of many streams, on every core where that pays. */
final class PayloadHashes {
    private static final long WORTH_THREADS = 1 << 20;

    private final Map<Integer, String> toServer = new HashMap<>();
    private final Map<Integer, String> toClient = new HashMap<>();

    static PayloadHashes of(List<TcpStream> streams) {
        List<Flow> flows = streams.stream().flatMap(PayloadHashes::bothWays).toList();
        String[] hashes = new String[flows.size()];
        IntStream numbers = IntStream.range(0, hashes.length);
        if (flows.stream().mapToLong(Flow::bytes).sum() > WORTH_THREADS) {
            numbers = numbers.parallel();
        }
        numbers.forEach(i -> hashes[i] = flows.get(i).sha256());
        PayloadHashes all = new PayloadHashes();
        for (int i = 0; i < streams.size(); i++) {
            all.toServer.put(streams.get(i).index(), hashes[2 * i]);
            all.toClient.put(streams.get(i).index(), hashes[2 * i + 1]);
        }
        return all;
    }

    private static Stream<Flow> bothWays(TcpStream stream) {
        return Stream.of(stream.toServer(), stream.toClient());
    }

    String toServer(TcpStream stream) {
        return toServer.get(stream.index());
    }

    String toClient(TcpStream stream) {
        return toClient.get(stream.index());
    }
}
