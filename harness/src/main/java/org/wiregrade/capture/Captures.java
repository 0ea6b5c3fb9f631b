package org.wiregrade.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads capture files: pcapng and classic pcap, packed with gzip or not. */
public final class Captures {
    private static final int GZIP = 0x1f8b;

    private Captures() {}

    /**
     * Reads a capture.
     *
     * <p>The payloads of a large capture stay in the file, which must not be changed while the result is in use.
     *
     * @return what was readable; {@link Capture#problems} says what was not
     * @throws UnreadableCapture where the file is no capture at all, with a sentence for the student
     * @throws IOException where the system cannot read the file
     */
    public static Capture read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new UnreadableCapture(name + " is a folder, not a capture file.");
        }
        CaptureProblems problems = new CaptureProblems();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CaptureBytes bytes = CaptureBytes.of(channel);
            return isPacked(bytes)
                    ? read(name, Gunzip.unpack(Files.newInputStream(file), problems), true, problems)
                    : read(name, bytes, false, problems);
        } catch (AccessDeniedException closed) {
            throw new UnreadableCapture("The file " + file + " may not be read: check its permissions.");
        } catch (NoSuchFileException missing) {
            throw new UnreadableCapture("There is no file " + file + ".");
        }
    }

    /** Reads a capture that is in memory. */
    static Capture read(String name, byte[] file) throws IOException {
        CaptureProblems problems = new CaptureProblems();
        CaptureBytes bytes = CaptureBytes.of(file);
        return isPacked(bytes)
                ? read(name, Gunzip.unpack(new ByteArrayInputStream(file), problems), true, problems)
                : read(name, bytes, false, problems);
    }

    private static boolean isPacked(CaptureBytes bytes) {
        return bytes.size() > 2 && bytes.window(0).getShort(0) == GZIP;
    }

    private static Capture read(String name, CaptureBytes bytes, boolean packed, CaptureProblems problems)
            throws UnreadableCapture {
        PacketReader walk = walk(name, bytes, problems);
        Pipeline pipeline = new Pipeline(bytes, walk);
        StreamTable streams = pipeline.run();
        String format = walk instanceof PcapngReader ? "pcapng" : "pcap";
        Capture capture = new Capture(
                packed ? format + ".gz" : format,
                pipeline.linkTypes().stream()
                        .filter(type -> type >= 0)
                        .map(LinkTypeName::of)
                        .distinct()
                        .toList(),
                pipeline.packets(),
                streams.segments(),
                walk.dropped(),
                List.of(),
                streams.finish());
        PacketReader again = walk(name, bytes, new CaptureProblems());
        new Advice(name, problems, () -> Unread.describe(bytes, again)).on(capture, pipeline, walk, streams);
        return capture.with(problems.inOrder());
    }

    private static PacketReader walk(String name, CaptureBytes bytes, CaptureProblems problems)
            throws UnreadableCapture {
        int magic = bytes.size() < 4 ? 0 : bytes.window(0).getInt(0);
        return magic == PcapngReader.SECTION
                ? new PcapngReader(bytes, problems)
                : records(name, bytes, magic, problems);
    }

    private static PacketReader records(String name, CaptureBytes bytes, int magic, CaptureProblems problems)
            throws UnreadableCapture {
        PcapMagic kind = PcapMagic.of(magic);
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        if (kind == null) {
            kind = PcapMagic.of(Integer.reverseBytes(magic));
            order = ByteOrder.LITTLE_ENDIAN;
        }
        if (kind == null) {
            throw new UnreadableCapture(FileKind.explain(name, bytes));
        }
        if (bytes.size() < PcapReader.FILE_HEADER + kind.extraFileHeader()) {
            throw new UnreadableCapture(
                    name + " is cut off after " + bytes.size() + " bytes: stop the capture before copying the file.");
        }
        return new PcapReader(bytes, kind, order, problems);
    }
}
