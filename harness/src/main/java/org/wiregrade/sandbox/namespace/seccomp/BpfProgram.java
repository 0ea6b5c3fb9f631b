package org.wiregrade.sandbox.namespace.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the kernel's classic packet filter, written forwards: whoever jumps names a place that is put further on.
 *
 * <p>It has one register. The codes are those of linux/bpf_common.h.
 */
final class BpfProgram {
    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP = 0x05;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int BYTES = 8;
    private static final int FARTHEST = 255;

    /** Where a jump leads to. */
    static final class Place {
        private int index = -1;
    }

    private record Instruction(int code, int operand, Place whenTrue, Place whenFalse) {}

    private final List<Instruction> instructions = new ArrayList<>();

    /** Fetches 32 bits of what is judged, which begin at an offset in bytes. */
    BpfProgram load(int offset) {
        return add(LOAD, offset, null, null);
    }

    BpfProgram and(int mask) {
        return add(AND, mask, null, null);
    }

    BpfProgram jump(Place place) {
        return add(JUMP, 0, place, null);
    }

    BpfProgram jumpIfEqual(int value, Place place) {
        return add(JUMP_IF_EQUAL, value, place, null);
    }

    BpfProgram jumpUnlessEqual(int value, Place place) {
        return add(JUMP_IF_EQUAL, value, null, place);
    }

    /** Compares without signs. */
    BpfProgram jumpIfBelow(int value, Place place) {
        return add(JUMP_IF_AT_LEAST, value, null, place);
    }

    BpfProgram answer(int value) {
        return add(RETURN, value, null, null);
    }

    /** Lets jumps lead to the instruction that comes next. */
    BpfProgram put(Place place) {
        if (place.index >= 0) {
            throw new IllegalStateException("a place is put once");
        }
        place.index = instructions.size();
        return this;
    }

    private BpfProgram add(int code, int operand, Place whenTrue, Place whenFalse) {
        instructions.add(new Instruction(code, operand, whenTrue, whenFalse));
        return this;
    }

    /** {@code struct sock_filter} for each instruction, as little-endian machines keep it. */
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(BYTES * instructions.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < instructions.size(); index++) {
            Instruction each = instructions.get(index);
            bytes.putShort((short) each.code());
            if (each.code() == JUMP) {
                bytes.putShort((short) 0).putInt(distance(index, each.whenTrue()));
            } else {
                bytes.put(near(index, each.whenTrue()))
                        .put(near(index, each.whenFalse()))
                        .putInt(each.operand());
            }
        }
        return bytes.array();
    }

    private static byte near(int from, Place to) {
        int distance = to == null ? 0 : distance(from, to);
        if (distance > FARTHEST) {
            throw new IllegalStateException("a jump over " + distance + " instructions");
        }
        return (byte) distance;
    }

    /** How many instructions are left out. */
    private static int distance(int from, Place to) {
        if (to.index <= from) {
            throw new IllegalStateException("a jump to a place that is not further on");
        }
        return to.index - from - 1;
    }
}
