package org.wiregrade.sandbox.namespace.seccomp;

import java.util.List;

/**
 * What a system call is answered instead of being made, where all its conditions hold.
 *
 * @param answer one of {@link Answer}
 */
record Rule(SystemCall call, int answer, List<Condition> conditions) {
    private static final int NUMBER = 0;
    private static final int ARGUMENTS = 16;
    private static final int ARGUMENT_BYTES = 8;

    /**
     * What is asked of the lower half of an argument; no call that is judged has more in the upper than the kernel ignores.
     *
     * @param argument which one, from 0
     * @param mask the bits that count
     * @param holds whether they have to be one of the values, or none of them
     */
    record Condition(int argument, int mask, boolean holds, List<Integer> values) {
        static Condition isOneOf(int argument, Integer... values) {
            return new Condition(argument, ~0, true, List.of(values));
        }

        static Condition isNoneOf(int argument, Integer... values) {
            return new Condition(argument, ~0, false, List.of(values));
        }

        static Condition hasAllBits(int argument, int bits) {
            return new Condition(argument, bits, true, List.of(bits));
        }

        static Condition hasAnyBit(int argument, int bits) {
            return new Condition(argument, bits, false, List.of(0));
        }
    }

    Rule(SystemCall call, int answer, Condition... conditions) {
        this(call, answer, List.of(conditions));
    }

    /** Judges by the call's number and arguments; what the rule is not about goes on behind it. */
    void addTo(BpfProgram program, Machine machine) {
        var behind = new BpfProgram.Place();
        program.load(NUMBER).jumpUnlessEqual(call.number(machine), behind);
        for (Condition condition : conditions) {
            add(condition, program, behind);
        }
        program.answer(answer).put(behind);
    }

    private static void add(Condition condition, BpfProgram program, BpfProgram.Place behind) {
        var met = new BpfProgram.Place();
        program.load(ARGUMENTS + ARGUMENT_BYTES * condition.argument());
        if (condition.mask() != ~0) {
            program.and(condition.mask());
        }
        for (int value : condition.values()) {
            program.jumpIfEqual(value, condition.holds() ? met : behind);
        }
        if (condition.holds()) {
            program.jump(behind);
        }
        program.put(met);
    }
}
