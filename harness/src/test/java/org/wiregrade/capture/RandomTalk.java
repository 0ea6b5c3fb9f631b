package org.wiregrade.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conversations made up at random, with all that happens to segments, and what a reader has to make of them. */
final class RandomTalk {
    private static final int SERVER = 0x7f000001;
    private static final long START_NS = 1_795_000_000_123_456_000L;

    private final Random random;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Side[]> streams = new ArrayList<>();
    private long now = START_NS;
    private int identification = 1;

    /** One direction: what was said, and how much of it the capture lacks. */
    static final class Side {
        final int ip;
        final int port;
        final StringBuilder said = new StringBuilder();
        int missing;
        int again;
        private int next;

        Side(int ip, int port, int first) {
            this.ip = ip;
            this.port = port;
            next = first;
        }
    }

    RandomTalk(Random random) {
        this.random = random;
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            open(i);
        }
        int turns = random.nextInt(60);
        for (int i = 0; i < turns; i++) {
            Side[] stream = streams.get(random.nextInt(count));
            speak(stream, random.nextInt(2));
        }
        for (Side[] stream : streams) {
            close(stream);
        }
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Client and server side of each stream, in the order of their numbers. */
    List<Side[]> streams() {
        return List.copyOf(streams);
    }

    private void open(int number) {
        Side client = new Side(SERVER, 40_000 + number, random.nextInt());
        Side server = new Side(SERVER, 9001 + random.nextInt(2), random.nextInt());
        Side[] stream = {client, server};
        streams.add(stream);
        put(client, server, client.next++, 0, TcpFlag.SYN, "");
        put(server, client, server.next++, client.next, TcpFlag.SYN | TcpFlag.ACK, "");
        put(client, server, client.next, server.next, TcpFlag.ACK, "");
    }

    private void speak(Side[] stream, int speaker) {
        Side from = stream[speaker];
        Side to = stream[1 - speaker];
        String text = text(1 + random.nextInt(random.nextInt(10) == 0 ? 1300 : 40));
        int first = from.next;
        from.next += text.length();
        int acknowledged = to.next;
        switch (random.nextInt(10)) {
            case 0 -> { // lost to the capture, and something follows, so that it can be noticed
                from.missing += text.length();
                String rest = text(3);
                put(from, to, from.next, acknowledged, TcpFlag.ACK | TcpFlag.PSH, rest);
                from.next += rest.length();
                from.said.append(rest);
            }
            case 1 -> { // sent again, later and with another identification
                put(from, to, first, acknowledged, TcpFlag.ACK | TcpFlag.PSH, text);
                now += 200_000_000;
                put(from, to, first, acknowledged, TcpFlag.ACK | TcpFlag.PSH, text);
                from.said.append(text);
                from.again++;
            }
            case 2 -> { // in the wrong order
                int middle = text.length() / 2;
                if (middle > 0) {
                    put(from, to, first + middle, acknowledged, TcpFlag.ACK, text.substring(middle));
                    put(from, to, first, acknowledged, TcpFlag.ACK, text.substring(0, middle));
                } else {
                    put(from, to, first, acknowledged, TcpFlag.ACK, text);
                }
                from.said.append(text);
            }
            case 3 -> { // overlapping, and the first copy counts
                int middle = text.length() / 2;
                put(from, to, first, acknowledged, TcpFlag.ACK, text.substring(0, text.length() - middle / 2));
                put(from, to, first + middle, acknowledged, TcpFlag.ACK | TcpFlag.PSH, text.substring(middle));
                from.said.append(text);
                from.again += middle / 2 == 0 && text.length() > middle ? 1 : 0;
            }
            case 4 -> { // a keep-alive that repeats the last byte with something else
                put(from, to, first, acknowledged, TcpFlag.ACK | TcpFlag.PSH, text);
                now += 1_000_000_000;
                put(from, to, from.next - 1, acknowledged, TcpFlag.ACK, "\0");
                from.said.append(text);
            }
            default -> {
                put(from, to, first, acknowledged, TcpFlag.ACK | TcpFlag.PSH, text);
                from.said.append(text);
            }
        }
        if (random.nextBoolean()) {
            put(to, from, to.next, from.next, TcpFlag.ACK, "");
        }
    }

    private void close(Side[] stream) {
        int way = random.nextInt(3);
        if (way == 0) {
            put(stream[0], stream[1], stream[0].next++, stream[1].next, TcpFlag.FIN | TcpFlag.ACK, "");
            put(stream[1], stream[0], stream[1].next++, stream[0].next, TcpFlag.FIN | TcpFlag.ACK, "");
            put(stream[0], stream[1], stream[0].next, stream[1].next, TcpFlag.ACK, "");
        } else if (way == 1) {
            put(stream[1], stream[0], stream[1].next, stream[0].next, TcpFlag.RST | TcpFlag.ACK, "");
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private void put(Side from, Side to, int sequence, int acknowledgement, int flags, String text) {
        now += 1000L * (1 + random.nextInt(100_000));
        byte[] options = new byte[4 * random.nextInt(4)];
        sent.add(new Sent(
                now,
                from.ip,
                from.port,
                to.ip,
                to.port,
                sequence,
                acknowledgement,
                flags,
                512,
                identification++ & 0xffff,
                options,
                text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }
}
