package org.wiregrade.capture;

import java.nio.ByteOrder;
import java.util.Optional;

/** Walks the blocks of a pcapng file; section numbers are those of draft-ietf-opsawg-pcapng. */
final class PcapngReader implements PacketReader {
    static final int SECTION = 0x0A0D0D0A;

    private static final int BIG_ENDIAN_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int JOURNAL = 9;
    private static final int CUSTOM = 0x0BAD;
    private static final int UNCOPIED_CUSTOM = 0x40000BAD;
    private static final int SMALLEST_BLOCK = 12;

    private final ReaderCursor file;
    private final CaptureProblems problems;
    private final PcapngInterfaces interfaces = new PcapngInterfaces();
    private long at;
    private long number;

    PcapngReader(CaptureBytes bytes, CaptureProblems problems) {
        file = new ReaderCursor(bytes);
        this.problems = problems;
    }

    @Override
    public boolean fill(PacketBatch batch) {
        while (!batch.isFull() && at < file.size()) {
            long length = blockLength();
            if (length < 0) {
                at = file.size();
            } else {
                read(batch, file.s32(at), at + 8, at + length - 4);
                at += length;
            }
        }
        return batch.count > 0;
    }

    /** The length of the block here, or −1 after noting why the walk ends. Section 3.1. */
    private long blockLength() {
        number++;
        long left = file.size() - at;
        if (left < SMALLEST_BLOCK) {
            return cutOff();
        }
        int type = file.s32(at);
        if (type == SECTION && !startSection()) {
            return damaged("its byte order cannot be told");
        }
        long length = file.u32(at + 4);
        if (length < SMALLEST_BLOCK || (length & 3) != 0) {
            return damaged("it claims a length of " + length + " bytes");
        }
        if (length > left) {
            return cutOff();
        }
        if (file.u32(at + length - 4) != length) {
            return damaged("its two lengths differ");
        }
        return length;
    }

    /** Section 4.1: a new section forgets the interfaces and may change the byte order. */
    private boolean startSection() {
        file.order(ByteOrder.BIG_ENDIAN);
        int magic = file.s32(at + 8);
        if (magic != BIG_ENDIAN_MAGIC) {
            if (Integer.reverseBytes(magic) != BIG_ENDIAN_MAGIC) {
                return false;
            }
            file.order(ByteOrder.LITTLE_ENDIAN);
        }
        interfaces.startSection();
        return true;
    }

    private void read(PacketBatch batch, int type, long body, long end) {
        switch (type) {
            case ENHANCED_PACKET -> readTimed(batch, file.u32(body), -1, body, end);
            case OBSOLETE_PACKET -> readTimed(batch, file.u16(body), file.u16(body + 2), body, end);
            case SIMPLE_PACKET -> readSimple(batch, body, end);
            case INTERFACE -> readInterface(body, end);
            case STATISTICS -> readStatistics(body, end);
            case CUSTOM, UNCOPIED_CUSTOM, JOURNAL -> batch.add(at, 0, 0, PacketBatch.NO_PACKET, -1);
            default -> {} // names, secrets and blocks that nobody knows
        }
    }

    /** Section 4.2. */
    private void readInterface(long body, long end) {
        if (end - body < 8) {
            interfaces.addDamaged();
            problems.add(
                    at,
                    "Block %d is an interface description without room for one: save the file again in Wireshark."
                            .formatted(number));
            return;
        }
        PcapngOptions options = new PcapngOptions(file, body + 8, end);
        interfaces.add(file.u16(body), file.u32(body + 4), options.clockUnit());
    }

    /** Sections 4.3 (enhanced) and A.1 (obsolete), which differ in how they number the interface. */
    private void readTimed(PacketBatch batch, long interfaceNumber, int lost, long body, long end) {
        if (end - body < 20) {
            damagedPacket(batch);
            return;
        }
        PcapngInterface from = interfaceOf(interfaceNumber);
        long captured = file.u32(body + 12);
        if (captured > end - body - 20) {
            damagedPacket(batch);
            return;
        }
        long time = file.u32(body + 4) << 32 | file.u32(body + 8);
        batch.add(body + 20, clamp(captured), from.clock().toNs(time), from.linkType(), from.number());
        long options = body + 20 + ((captured + 3) & ~3L);
        if (lost >= 0) {
            from.lostBetween(lost == 0xffff ? 0 : lost);
        } else if (end - options >= 12) {
            from.lostBetween(new PcapngOptions(file, options, end).packetsLost());
        }
    }

    /** Section 4.4: always of the first interface, without a time. */
    private void readSimple(PacketBatch batch, long body, long end) {
        if (end - body < 4) {
            damagedPacket(batch);
            return;
        }
        PcapngInterface from = interfaceOf(0);
        long captured = Math.min(file.u32(body), end - body - 4);
        if (from.snapLength() > 0) {
            captured = Math.min(captured, from.snapLength());
        }
        batch.add(body + 4, clamp(captured), 0, from.linkType(), from.number());
    }

    /** Section 4.6: counters since the capture began, so the last block of an interface counts. */
    private void readStatistics(long body, long end) {
        if (end - body >= 12) {
            interfaceOf(file.u32(body)).lostInAll(new PcapngOptions(file, body + 12, end).dropCounters());
        }
    }

    private PcapngInterface interfaceOf(long wanted) {
        Optional<PcapngInterface> described = interfaces.get(wanted);
        if (described.isPresent()) {
            return described.get();
        }
        problems.addOnce(
                at,
                "missing interface",
                () -> ("Block %d belongs to interface %d, which the file does not describe: its packets cannot be read."
                                + " Save the capture again in Wireshark.")
                        .formatted(number, wanted));
        return PcapngInterface.unknown();
    }

    /** A packet that cannot be read still has a number in Wireshark's list. */
    private void damagedPacket(PacketBatch batch) {
        problems.addOnce(
                at,
                "bad packet",
                () -> "The packet in block %d does not fit into its block: capture again.".formatted(number));
        batch.add(at, 0, 0, -1, -1);
    }

    private static int clamp(long captured) {
        return (int) Math.min(captured, CaptureBytes.LONGEST_PACKET);
    }

    private long cutOff() {
        problems.add(
                at,
                "The file is cut off in block %d (byte %d): stop the capture before copying the file."
                        .formatted(number, at));
        return -1;
    }

    private long damaged(String what) {
        problems.add(
                at,
                "Block %d (byte %d, type 0x%08x) is damaged: %s. What follows is lost; copy the file again."
                        .formatted(number, at, file.s32(at), what));
        return -1;
    }

    @Override
    public long dropped() {
        return interfaces.dropped();
    }

    @Override
    public long snapLength() {
        return interfaces.snapLength();
    }
}
