package org.wiregrade.capture;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;

/**
 * One of the many ways in which the same conversation can be captured.
 *
 * @param copies how often each segment appears
 */
record Dialect(
        String name,
        Datagrams datagrams,
        Framing framing,
        int copies,
        UnaryOperator<List<Sent>> order,
        Function<List<Framed>, byte[]> file) {

    static final List<Dialect> ALL = all();

    byte[] write(List<Sent> conversation) {
        List<Framed> frames = new ArrayList<>();
        for (Sent sent : order.apply(conversation)) {
            for (byte[] datagram : datagrams.of(sent)) {
                frames.add(new Framed(
                        sent.timeNs(), framing.linkType(datagrams.six()), framing.around(datagram, datagrams.six())));
            }
        }
        return file.apply(frames);
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<Dialect> all() {
        Stream<Dialect> framings = Stream.of(Framing.values())
                .flatMap(framing -> Stream.of(Datagrams.FOUR, Datagrams.SIX)
                        .map(datagrams -> of(framing + " " + datagrams, datagrams, framing, Dialect::pcapng)));
        Stream<Dialect> networks = Stream.of(Datagrams.values())
                .map(datagrams -> of(datagrams + " in classic pcap", datagrams, Framing.ETHERNET, Dialect::pcap));
        Stream<Dialect> files = Stream.of(
                file("big-endian pcapng", frames -> each(new PcapngWriter(BIG_ENDIAN), frames)),
                file("microseconds", frames -> each(new PcapngWriter(LITTLE_ENDIAN).clock(6, 0), frames)),
                file("tenths of nanoseconds", frames -> each(new PcapngWriter(LITTLE_ENDIAN).clock(9, 1000), frames)),
                file("powers of two", frames -> each(new PcapngWriter(LITTLE_ENDIAN).clock(0x80 | 31, 0), frames)),
                file("offset clock", frames -> each(new PcapngWriter(BIG_ENDIAN).clock(6, -86_400), frames)),
                file("simple packets", Dialect::simple),
                file("obsolete packets", Dialect::obsolete),
                file("noise between packets", Dialect::noisy),
                file("a section a packet, orders in turn", Dialect::sections),
                file("two interfaces in turn", Dialect::interfaces),
                file("gzip of pcapng", frames -> gzip(pcapng(frames))),
                file("gzip of pcap", frames -> gzip(pcap(frames))),
                file("zstd of pcapng", frames -> packed(ZstdOutputStream::new, pcapng(frames))),
                file("lz4 of pcapng", frames -> packed(FramedLZ4CompressorOutputStream::new, pcapng(frames))),
                file("big-endian pcap", frames -> PcapWriter.write(frames, 0xa1b2c3d4, BIG_ENDIAN)),
                file("nanosecond pcap", frames -> PcapWriter.write(frames, 0xa1b23c4d, LITTLE_ENDIAN)),
                file("big-endian nanosecond pcap", frames -> PcapWriter.write(frames, 0xa1b23c4d, BIG_ENDIAN)),
                file("patched pcap", frames -> PcapWriter.write(frames, 0xa1b2cd34, LITTLE_ENDIAN)),
                file("Ixia pcap", frames -> PcapWriter.write(frames, 0x1c0001ac, BIG_ENDIAN)));
        Stream<Dialect> orders = Stream.of(
                new Dialect("everything twice", Datagrams.FOUR, Framing.ETHERNET, 2, Dialect::twice, Dialect::pcapng),
                new Dialect("neighbours swapped", Datagrams.FOUR, Framing.SLL, 1, Dialect::swapped, Dialect::pcapng),
                new Dialect(
                        "swapped, in fragments",
                        Datagrams.SIX_IN_FRAGMENTS,
                        Framing.SLL2,
                        1,
                        Dialect::swapped,
                        Dialect::pcap));
        return Stream.of(framings, networks, files, orders)
                .flatMap(dialects -> dialects)
                .toList();
    }

    private static Dialect of(String name, Datagrams datagrams, Framing framing, Function<List<Framed>, byte[]> file) {
        return new Dialect(name, datagrams, framing, 1, sent -> sent, file);
    }

    private static Dialect file(String name, Function<List<Framed>, byte[]> file) {
        return of(name, Datagrams.FOUR, Framing.ETHERNET, file);
    }

    private static byte[] each(PcapngWriter writer, List<Framed> frames) {
        frames.forEach(writer::packet);
        return writer.bytes();
    }

    private static byte[] pcapng(List<Framed> frames) {
        return each(new PcapngWriter(LITTLE_ENDIAN), frames);
    }

    private static byte[] pcap(List<Framed> frames) {
        return PcapWriter.write(frames, 0xa1b2c3d4, LITTLE_ENDIAN);
    }

    private static byte[] simple(List<Framed> frames) {
        PcapngWriter writer = new PcapngWriter(LITTLE_ENDIAN);
        frames.forEach(writer::simplePacket);
        return writer.bytes();
    }

    private static byte[] obsolete(List<Framed> frames) {
        PcapngWriter writer = new PcapngWriter(BIG_ENDIAN);
        frames.forEach(frame -> writer.obsoletePacket(frame, 0xffff));
        return writer.bytes();
    }

    private static byte[] noisy(List<Framed> frames) {
        PcapngWriter writer = new PcapngWriter(LITTLE_ENDIAN);
        frames.forEach(frame -> writer.noise().packet(frame));
        return writer.noise().dropped(0, 0).bytes();
    }

    private static byte[] sections(List<Framed> frames) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < frames.size(); i++) {
            PcapngWriter section = new PcapngWriter(i % 2 == 0 ? LITTLE_ENDIAN : BIG_ENDIAN);
            file.writeBytes(
                    section.clock(i % 3 == 0 ? 6 : 9, 0).packet(frames.get(i)).bytes());
        }
        return file.toByteArray();
    }

    private static byte[] interfaces(List<Framed> frames) {
        PcapngWriter writer =
                new PcapngWriter(LITTLE_ENDIAN).described(1, 0).clock(6, 3600).described(1, 65_535);
        for (int i = 0; i < frames.size(); i++) {
            if (i % 2 == 1) {
                writer.packet(1, frames.get(i), frames.get(i).bytes().length);
            } else {
                writer.clock(9, 0)
                        .packet(0, frames.get(i), frames.get(i).bytes().length)
                        .clock(6, 3600);
            }
        }
        return writer.bytes();
    }

    private static byte[] gzip(byte[] file) {
        return packed(GZIPOutputStream::new, file);
    }

    /** A stream that packs what is written into another. */
    private interface Packer {
        OutputStream into(OutputStream packed) throws IOException;
    }

    private static byte[] packed(Packer packer, byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.into(packed)) {
            out.write(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static List<Sent> twice(List<Sent> sent) {
        return sent.stream()
                .flatMap(each -> Stream.of(each, each.at(each.timeNs() + 3000)))
                .toList();
    }

    boolean keepsOrder() {
        return !name.contains("swapped");
    }

    /** Swaps neighbours in time that carry payload, so that no connection changes its beginning or its end. */
    private static List<Sent> swapped(List<Sent> sent) {
        List<Sent> swapped = new ArrayList<>(sent);
        IntStream.range(1, sent.size())
                .filter(i -> i % 2 == 1)
                .filter(i -> sent.get(i).timeNs() - sent.get(i - 1).timeNs() < 150_000_000)
                .filter(i -> sent.get(i).payload().length > 0 && sent.get(i - 1).payload().length > 0)
                .forEach(i -> {
                    swapped.set(i - 1, sent.get(i));
                    swapped.set(i, sent.get(i - 1));
                });
        return swapped;
    }
}
