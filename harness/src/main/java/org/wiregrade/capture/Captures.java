package org.wiregrade.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads capture files: pcapng and classic pcap, packed with gzip or not. */
public final class Captures {
    private Captures() {}

    /**
     * Reads a capture.
     *
     * @return what was readable; {@link Capture#problems} says what was not
     * @throws UnreadableCapture where the file is no capture at all, with a sentence for the student
     * @throws IOException where the system cannot read the file
     */
    public static Capture read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableCapture(file.getFileName() + " is a folder, not a capture file.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file.getFileName().toString(), CaptureBytes.of(channel));
        } catch (NoSuchFileException missing) {
            throw new UnreadableCapture("There is no file " + file + ".");
        }
    }

    private static Capture read(String name, CaptureBytes bytes) throws IOException {
        Problems problems = new Problems();
        ByteBuffer start = bytes.size() == 0 ? ByteBuffer.allocate(0) : bytes.window(0);
        int magic = start.limit() < 4 ? 0 : start.getInt(0);
        PacketWalk walk;
        String format;
        if (magic == PcapngWalk.SECTION) {
            format = "pcapng";
            walk = new PcapngWalk(bytes, problems);
        } else {
            format = "pcap";
            ByteOrder order = PcapMagic.of(magic) == null ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            PcapMagic kind = PcapMagic.of(order == ByteOrder.BIG_ENDIAN ? magic : Integer.reverseBytes(magic));
            if (kind == null || bytes.size() < PcapWalk.FILE_HEADER) {
                throw new UnreadableCapture(name + " is not a capture file.");
            }
            walk = new PcapWalk(bytes, kind, order, problems);
        }
        PacketBatch packets = new PacketBatch();
        TcpBatch segments = new TcpBatch(PacketBatch.CAPACITY);
        PacketDecoder decoder = new PacketDecoder(bytes);
        StreamTable table = new StreamTable(bytes);
        Set<Integer> links = new TreeSet<>();
        long count = 0;
        packets.clear(1);
        while (walk.fill(packets)) {
            count += packets.count;
            for (int i = 0; i < packets.count; i++) {
                links.add(packets.link[i]);
            }
            decoder.decode(packets, segments);
            table.addAll(segments);
            packets.clear(packets.firstFrame + packets.count);
        }
        List<String> names = new ArrayList<>();
        for (int link : links) {
            names.add(String.valueOf(link));
        }
        return new Capture(format, names, count, table.segments(), walk.dropped(), problems.inOrder(), table.finish());
    }
}
