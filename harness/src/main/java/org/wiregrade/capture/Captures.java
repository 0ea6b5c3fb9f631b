package org.wiregrade.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Reads capture files: pcapng and classic pcap, packed as Wireshark packs them or not. */
public final class Captures {
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
            Optional<Packing> packing = Packing.of(bytes);
            return packing.isEmpty()
                    ? read(name, bytes, "", problems)
                    : read(name, packing.get(), Files.newInputStream(file), problems);
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
        Optional<Packing> packing = Packing.of(bytes);
        return packing.isEmpty()
                ? read(name, bytes, "", problems)
                : read(name, packing.get(), new ByteArrayInputStream(file), problems);
    }

    private static Capture read(String name, Packing packing, InputStream packed, CaptureProblems problems)
            throws IOException {
        CaptureBytes bytes = Unpack.of(packed, packing, problems);
        List<CaptureProblem> damage = problems.inOrder();
        if (bytes.size() == 0 && !damage.isEmpty()) {
            throw new UnreadableCapture(
                    name + " cannot be unpacked. " + damage.get(0).message());
        }
        return read(name, bytes, "." + packing.extension(), problems);
    }

    private static Capture read(String name, CaptureBytes bytes, String extension, CaptureProblems problems)
            throws UnreadableCapture {
        PacketReader walk = walk(name, bytes, problems);
        Pipeline pipeline = new Pipeline(bytes, walk);
        StreamTable streams = pipeline.run();
        String format = walk instanceof PcapngReader ? "pcapng" : "pcap";
        Capture capture = new Capture(
                format + extension,
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
