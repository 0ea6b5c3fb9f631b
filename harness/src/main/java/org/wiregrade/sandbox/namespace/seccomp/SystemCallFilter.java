package org.wiregrade.sandbox.namespace.seccomp;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wiregrade.sandbox.namespace.seccomp.Rule.Condition;

/**
 * The filter that keeps a student's program from what the kernel offers and no lab needs (seccomp(2)).
 *
 * <p>It refuses by name, so what it does not know is allowed, except for calls that are newer than itself.
 */
public final class SystemCallFilter {
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;

    /** {@code file_setattr} of Linux 6.17; the old calls of x86-64 with short pointers have numbers far above. */
    private static final int NEWEST = 469;

    /** CLONE_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET. */
    private static final int NAMESPACES = 0x7E020000;

    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541C;
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOL_SOCKET = 1;
    private static final int SO_SNDBUF = 7;
    private static final int SO_RCVBUF = 8;
    private static final int MAP_SHARED_ANONYMOUS = 0x21;

    private static final List<Rule> RULES = List.of(
            new Rule(SystemCall.CLONE, Answer.NOT_PERMITTED, Condition.hasAnyBit(0, NAMESPACES)),
            // Its flags are out of a filter's sight; every library that finds it missing uses clone.
            new Rule(SystemCall.CLONE3, Answer.NO_SUCH_CALL),
            // Words that the terminal would take for typed ones.
            new Rule(SystemCall.IOCTL, Answer.NOT_PERMITTED, Condition.isOneOf(1, TIOCSTI, TIOCLINUX)),
            new Rule(SystemCall.SOCKET, Answer.NO_SUCH_FAMILY, Condition.isNoneOf(0, AF_UNIX, AF_INET, AF_INET6)),
            new Rule(SystemCall.SOCKETPAIR, Answer.NO_SUCH_FAMILY, Condition.isNoneOf(0, AF_UNIX, AF_INET, AF_INET6)),
            // A wish that the kernel need not grant, and would with memory that nobody counts.
            new Rule(
                    SystemCall.SETSOCKOPT,
                    Answer.DO_NOTHING,
                    Condition.isOneOf(1, SOL_SOCKET),
                    Condition.isOneOf(2, SO_SNDBUF, SO_RCVBUF)),
            // RLIMIT_DATA counts private memory only.
            new Rule(SystemCall.MMAP, Answer.NOT_PERMITTED, Condition.hasAllBits(3, MAP_SHARED_ANONYMOUS)));

    private SystemCallFilter() {}

    /** What {@code bwrap --seccomp} reads; nothing on a machine whose calls' numbers are not known here. */
    public static Optional<byte[]> forThisMachine() {
        return Machine.current().map(SystemCallFilter::of);
    }

    static byte[] of(Machine machine) {
        var program = new BpfProgram();
        refuseOtherMachines(program, machine);
        refuseNewerCalls(program);
        refuse(whollyRefused(), program, machine);
        RULES.forEach(rule -> rule.addTo(program, machine));
        return program.answer(Answer.MAKE_IT).bytes();
    }

    /** Calls that are refused whatever is asked of them. */
    static Set<SystemCall> whollyRefused() {
        Set<SystemCall> calls = EnumSet.allOf(SystemCall.class);
        RULES.forEach(rule -> calls.remove(rule.call()));
        return calls;
    }

    /** A 64-bit kernel takes 32-bit calls as well, which have other numbers. */
    private static void refuseOtherMachines(BpfProgram program, Machine machine) {
        var own = new BpfProgram.Place();
        program.load(ARCHITECTURE)
                .jumpIfEqual(machine.auditNumber(), own)
                .answer(Answer.KILL_THE_PROCESS)
                .put(own);
    }

    private static void refuseNewerCalls(BpfProgram program) {
        var known = new BpfProgram.Place();
        program.load(NUMBER)
                .jumpIfBelow(NEWEST + 1, known)
                .answer(Answer.NO_SUCH_CALL)
                .put(known);
    }

    private static void refuse(Set<SystemCall> calls, BpfProgram program, Machine machine) {
        var refused = new BpfProgram.Place();
        var behind = new BpfProgram.Place();
        calls.stream()
                .mapToInt(call -> call.number(machine))
                .filter(number -> number >= 0)
                .forEach(number -> program.jumpIfEqual(number, refused));
        program.jump(behind).put(refused).answer(Answer.NOT_PERMITTED).put(behind);
    }
}
