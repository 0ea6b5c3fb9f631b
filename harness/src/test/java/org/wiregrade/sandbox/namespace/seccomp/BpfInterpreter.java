package org.wiregrade.sandbox.namespace.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs a filter's bytes as the kernel does, on a system call as {@code struct seccomp_data} shows it. */
final class BpfInterpreter {
    private static final int BYTES = 8;
    private static final int CALL_BYTES = 64;

    private final byte[] program;

    BpfInterpreter(byte[] program) {
        this.program = program.clone();
    }

    /** What the filter answers. */
    int answer(int architecture, int number, long... arguments) {
        var call = ByteBuffer.allocate(CALL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(number).putInt(architecture).putLong(0);
        for (long argument : arguments) {
            call.putLong(argument);
        }
        var code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int register = 0;
        for (int at = 0; at < program.length; at += BYTES) {
            int operand = code.getInt(at + 4);
            switch (code.getShort(at)) {
                case 0x20 -> register = call.getInt(operand);
                case 0x54 -> register &= operand;
                case 0x05 -> at += BYTES * operand;
                case 0x15 -> at += BYTES * jump(code, at, register == operand);
                case 0x35 -> at += BYTES * jump(code, at, Integer.compareUnsigned(register, operand) >= 0);
                case 0x06 -> {
                    return operand;
                }
                default -> throw new AssertionError("no such code: " + code.getShort(at));
            }
        }
        throw new AssertionError("it ends without an answer");
    }

    private static int jump(ByteBuffer code, int at, boolean holds) {
        return Byte.toUnsignedInt(code.get(holds ? at + 2 : at + 3));
    }
}
