package org.wiregrade.capture;

import java.nio.ByteOrder;

/** Walks the records of a classic pcap file; section numbers are those of draft-ietf-opsawg-pcap. */
final class PcapReader implements PacketReader {
    static final int FILE_HEADER = 24;

    private final ReaderCursor file;
    private final CaptureProblems problems;
    private final PcapMagic magic;
    private final int linkType;
    private final long snapLength;
    private final boolean lengthsSwapped;
    private long at = FILE_HEADER;
    private long number;

    PcapReader(CaptureBytes bytes, PcapMagic magic, ByteOrder order, CaptureProblems problems) {
        file = new ReaderCursor(bytes);
        file.order(order);
        this.magic = magic;
        this.problems = problems;
        int minor = file.u16(6);
        lengthsSwapped = file.u16(4) == 2 && minor < 3;
        snapLength = file.u32(16);
        linkType = file.u16(order == ByteOrder.BIG_ENDIAN ? 22 : 20); // the rest tells of frame check sequences
        at += magic.extraFileHeader();
    }

    /** Section 5: one record header and packet after the other. */
    @Override
    public boolean fill(PacketBatch batch) {
        while (!batch.isFull() && at < file.size()) {
            number++;
            long body = at + magic.recordHeader();
            if (body > file.size()) {
                cutOff();
                break;
            }
            long captured = file.u32(at + 8);
            if (lengthsSwapped) {
                captured = Math.min(captured, file.u32(at + 12));
            }
            if (captured > file.size() - body) {
                cutOff();
                break;
            }
            long time = file.u32(at) * 1_000_000_000L + file.u32(at + 4) * magic.fractionNs();
            batch.add(body, (int) Math.min(captured, CaptureBytes.LONGEST_PACKET), time, linkType, 0);
            at = body + captured;
        }
        return batch.count > 0;
    }

    private void cutOff() {
        problems.add(
                at,
                "The file is cut off in packet %d (byte %d): stop the capture before copying the file."
                        .formatted(number, at));
        at = file.size();
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public long snapLength() {
        return snapLength;
    }
}
