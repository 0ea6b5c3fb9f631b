package org.wiregrade.labs.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;

/** Writes, packet for packet, a capture of conversations over loopback that never took place. */
public final class Tape {
    private static final long START_NS = 1_765_620_000_000_000_000L;
    private static final long PACKET_NS = 20_000;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int PSH = 8;
    private static final int ACK = 16;
    private static final int FIN = 1;
    private static final int TCP_HEADER = 20;

    private record Packet(long timeNs, ByteBuffer frame) {
        int length() {
            return frame.capacity();
        }
    }

    private final LinkLayer link;
    private final boolean six;
    private final List<Packet> packets = new ArrayList<>();
    private long nowNs = START_NS;
    private int lost;
    private long reportedDrops;
    private int copies = 1;

    private Tape(LinkLayer link, boolean six) {
        this.link = link;
        this.six = six;
    }

    public static Tape on(LinkLayer link) {
        return new Tape(link, false);
    }

    public static Tape onSix(LinkLayer link) {
        return new Tape(link, true);
    }

    public Tape waitMs(long ms) {
        nowNs += ms * 1_000_000;
        return this;
    }

    /** The next packets are sent but not captured. */
    public Tape lose(int count) {
        lost = count;
        return this;
    }

    /** What the capturing program says that it lost. */
    public Tape reportDrops(long count) {
        reportedDrops = count;
        return this;
    }

    /** From here on every packet is captured twice, as on {@code lo} and {@code any} together. */
    public Tape twice() {
        copies = 2;
        return this;
    }

    /** A client connects. */
    public Line open(int clientPort, int serverPort) {
        Line line = resume(clientPort, serverPort);
        line.shakeHands();
        return line;
    }

    /** A connection whose handshake was before the capture. */
    public Line resume(int clientPort, int serverPort) {
        return new Line(clientPort, serverPort);
    }

    public int packets() {
        return packets.size();
    }

    public Capture capture() throws IOException {
        Path file = Files.createTempFile("tape", ".pcapng");
        try {
            return Captures.read(write(file));
        } finally {
            Files.delete(file);
        }
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, pcapng());
    }

    /** One connection of the tape. */
    public final class Line {
        private final int client;
        private final int server;
        private int toServer;
        private int toClient;

        private Line(int client, int server) {
            this.client = client;
            this.server = server;
            toServer = 1000 * client;
            toClient = 7000 * client;
        }

        public String address() {
            return (six ? "::1" : "127.0.0.1") + ":" + client;
        }

        private void shakeHands() {
            packet(true, SYN, new byte[0]);
            toServer++;
            packet(false, SYN | ACK, new byte[0]);
            toClient++;
            packet(true, ACK, new byte[0]);
        }

        /** The client sends a segment, which the server acknowledges. */
        public Line say(String text) {
            return send(true, text.getBytes(StandardCharsets.UTF_8));
        }

        /** The server sends a segment, which the client acknowledges. */
        public Line hear(String text) {
            return send(false, text.getBytes(StandardCharsets.UTF_8));
        }

        public Line send(boolean fromClient, byte[] payload) {
            packet(fromClient, PSH | ACK, payload);
            toServer += fromClient ? payload.length : 0;
            toClient += fromClient ? 0 : payload.length;
            packet(!fromClient, ACK, new byte[0]);
            return this;
        }

        /** The client sends a segment again that was the last one it sent. */
        public Line sayAgain(String text) {
            byte[] payload = text.getBytes(StandardCharsets.UTF_8);
            toServer -= payload.length;
            waitMs(2);
            packet(true, PSH | ACK, payload);
            toServer += payload.length;
            return this;
        }

        /** Both sides say that they are done, the client first. */
        public void close() {
            clientEnds();
            packet(false, FIN | ACK, new byte[0]);
            packet(true, ACK, new byte[0]);
        }

        /** The client says that it sends no more. */
        public Line clientEnds() {
            packet(true, FIN | ACK, new byte[0]);
            toServer++;
            return this;
        }

        public void abort() {
            packet(true, RST | ACK, new byte[0]);
        }

        private void packet(boolean fromClient, int flags, byte[] payload) {
            nowNs += PACKET_NS;
            if (lost > 0) {
                lost--;
                return;
            }
            int headers = link.header() + (six ? 40 : 20) + TCP_HEADER;
            ByteBuffer frame = ByteBuffer.allocate(headers + payload.length);
            link.put(frame, six);
            putIp(frame, TCP_HEADER + payload.length);
            frame.putShort((short) (fromClient ? client : server)).putShort((short) (fromClient ? server : client));
            frame.putInt(fromClient ? toServer : toClient);
            frame.putInt((flags & ACK) == 0 ? 0 : (fromClient ? toClient : toServer));
            frame.put((byte) ((TCP_HEADER / 4) << 4)).put((byte) flags).putShort((short) 512);
            // the checksum is wrong, as it is on a loopback that leaves it to hardware
            frame.putShort((short) 0xfe28).putShort((short) 0).put(payload);
            for (int i = 0; i < copies; i++) {
                packets.add(new Packet(nowNs + i, frame));
            }
        }

        private void putIp(ByteBuffer frame, int length) {
            if (six) {
                byte[] loopback = new byte[16];
                loopback[15] = 1;
                frame.putInt(0x6000_0000).putShort((short) length).put((byte) 6).put((byte) 64);
                frame.put(loopback).put(loopback);
            } else {
                frame.putInt(0x4500_0000 | (20 + length))
                        .putInt(0x0000_4000)
                        .put((byte) 64)
                        .put((byte) 6);
                frame.putShort((short) 0).putInt(0x7f00_0001).putInt(0x7f00_0001);
            }
        }
    }

    /** The file as dumpcap writes it. */
    public byte[] pcapng() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        block(
                file,
                0x0a0d0d0a,
                little(16)
                        .putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        ByteBuffer link = little(16)
                .putShort((short) this.link.number())
                .putShort((short) 0)
                .putInt(262_144);
        block(file, 1, link.putShort((short) 9).putShort((short) 1).putInt(9));
        for (Packet packet : packets) {
            ByteBuffer body = little(20 + padded(packet.length()));
            body.putInt(0).putInt((int) (packet.timeNs() >>> 32)).putInt((int) packet.timeNs());
            body.putInt(packet.length())
                    .putInt(packet.length())
                    .put(packet.frame().duplicate().rewind());
            block(file, 6, body);
        }
        if (reportedDrops > 0) {
            ByteBuffer statistics =
                    little(12 + 12).putInt(0).putInt((int) (nowNs >>> 32)).putInt((int) nowNs);
            block(file, 5, statistics.putShort((short) 5).putShort((short) 8).putLong(reportedDrops));
        }
        return file.toByteArray();
    }

    /** The same packets as a classic pcap file. */
    public byte[] pcap() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer header = little(24)
                .putInt(0xa1b23c4d)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0);
        file.writeBytes(flat(header.putInt(262_144).putInt(link.number())));
        for (Packet packet : packets) {
            int seconds = (int) (packet.timeNs() / 1_000_000_000);
            int length = packet.length();
            ByteBuffer head = little(16).putInt(seconds).putInt((int) (packet.timeNs() % 1_000_000_000));
            file.writeBytes(flat(head.putInt(length).putInt(length)));
            file.writeBytes(flat(packet.frame()));
        }
        return file.toByteArray();
    }

    private static void block(ByteArrayOutputStream file, int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        file.writeBytes(flat(little(8).putInt(type).putInt(length)));
        file.writeBytes(flat(body));
        file.writeBytes(flat(little(4).putInt(length)));
    }

    private static byte[] flat(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.duplicate().rewind().get(bytes);
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
