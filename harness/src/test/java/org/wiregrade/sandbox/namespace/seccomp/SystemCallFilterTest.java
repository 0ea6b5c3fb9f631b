package org.wiregrade.sandbox.namespace.seccomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {
    /** What a register may hold above the half that the kernel takes. */
    private static final long HIGH = 0x1_0000_0000L;

    private static final int SIGCHLD = 17;
    private static final int THREAD = 0x003D0F00;

    private static int answer(Machine machine, SystemCall call, long... arguments) {
        return answer(machine, call.number(machine), arguments);
    }

    private static int answer(Machine machine, int number, long... arguments) {
        return new BpfInterpreter(SystemCallFilter.of(machine)).answer(machine.auditNumber(), number, arguments);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoLabNeedsIsNotPermitted(Machine machine) {
        assertThat(SystemCallFilter.whollyRefused()).hasSizeGreaterThan(65);
        assertThat(SystemCallFilter.whollyRefused())
                .filteredOn(call -> call.number(machine) >= 0)
                .allSatisfy(
                        call -> assertThat(answer(machine, call)).as("%s", call).isEqualTo(Answer.NOT_PERMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherCallOfToDayIsMade(Machine machine) {
        for (int number = 0; number < 470; number++) {
            int judged = number;
            boolean listed = EnumSet.allOf(SystemCall.class).stream().anyMatch(call -> call.number(machine) == judged);
            if (!listed) {
                assertThat(answer(machine, number)).as("call %d", number).isEqualTo(Answer.MAKE_IT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsThatTheFilterDoesNotKnowYetDoNotExist(Machine machine) {
        assertThat(answer(machine, 470)).isEqualTo(Answer.NO_SUCH_CALL);
        assertThat(answer(machine, Integer.MAX_VALUE)).isEqualTo(Answer.NO_SUCH_CALL);
        assertThat(answer(machine, -1)).isEqualTo(Answer.NO_SUCH_CALL);
        // getpid of x32.
        assertThat(answer(machine, 0x40000000 | 39)).isEqualTo(Answer.NO_SUCH_CALL);
    }

    @ParameterizedTest
    @CsvSource({"X86_64, 0x40000003", "X86_64, 0xC00000B7", "AARCH64, 0x40000028", "AARCH64, 0xC000003E"})
    void aCallOfAnotherMachineKills(Machine machine, String other) {
        var filter = new BpfInterpreter(SystemCallFilter.of(machine));

        assertThat(filter.answer(Long.decode(other).intValue(), 20)).isEqualTo(Answer.KILL_THE_PROCESS);
    }

    @ParameterizedTest
    @EnumSource
    void threadsAndProcessesStartInTheSameNamespacesOnly(Machine machine) {
        assertThat(answer(machine, SystemCall.CLONE3)).isEqualTo(Answer.NO_SUCH_CALL);
        assertThat(answer(machine, SystemCall.CLONE, THREAD)).isEqualTo(Answer.MAKE_IT);
        assertThat(answer(machine, SystemCall.CLONE, SIGCHLD)).isEqualTo(Answer.MAKE_IT);
        for (int flag : new int[] {1 << 17, 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30}) {
            assertThat(answer(machine, SystemCall.CLONE, flag | SIGCHLD)).isEqualTo(Answer.NOT_PERMITTED);
            assertThat(answer(machine, SystemCall.CLONE, HIGH | flag | SIGCHLD)).isEqualTo(Answer.NOT_PERMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTypedForTheTerminal(Machine machine) {
        assertThat(answer(machine, SystemCall.IOCTL, 0, 0x5412)).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(machine, SystemCall.IOCTL, 0, HIGH | 0x5412)).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(machine, SystemCall.IOCTL, 0, 0x541C)).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(machine, SystemCall.IOCTL, 0, 0x5413)).isEqualTo(Answer.MAKE_IT);
        assertThat(answer(machine, SystemCall.IOCTL, 0x5412, 0)).isEqualTo(Answer.MAKE_IT);
    }

    @ParameterizedTest
    @EnumSource
    void socketsAreOfTheInternetOrUnix(Machine machine) {
        for (SystemCall call : new SystemCall[] {SystemCall.SOCKET, SystemCall.SOCKETPAIR}) {
            for (int family = 0; family < 50; family++) {
                boolean allowed = family == 1 || family == 2 || family == 10;
                assertThat(answer(machine, call, family, 1))
                        .as("%s of family %d", call, family)
                        .isEqualTo(allowed ? Answer.MAKE_IT : Answer.NO_SUCH_FAMILY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void buffersOfSocketsStayAsTheyAre(Machine machine) {
        assertThat(answer(machine, SystemCall.SETSOCKOPT, 3, 1, 7)).isEqualTo(Answer.DO_NOTHING);
        assertThat(answer(machine, SystemCall.SETSOCKOPT, 3, 1, 8)).isEqualTo(Answer.DO_NOTHING);
        // SO_REUSEADDR, and TCP_KEEPCNT of another level.
        assertThat(answer(machine, SystemCall.SETSOCKOPT, 3, 1, 2)).isEqualTo(Answer.MAKE_IT);
        assertThat(answer(machine, SystemCall.SETSOCKOPT, 3, 6, 7)).isEqualTo(Answer.MAKE_IT);
    }

    @ParameterizedTest
    @EnumSource
    void sharedMemoryHasAFile(Machine machine) {
        assertThat(answer(machine, SystemCall.MMAP, 0, 4096, 3, 0x21)).isEqualTo(Answer.NOT_PERMITTED);
        // MAP_SHARED_VALIDATE, and MAP_POPULATE.
        assertThat(answer(machine, SystemCall.MMAP, 0, 4096, 3, 0x8023)).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(machine, SystemCall.MMAP, 0, 4096, 3, 0x22)).isEqualTo(Answer.MAKE_IT);
        assertThat(answer(machine, SystemCall.MMAP, 0, 4096, 3, 0x01)).isEqualTo(Answer.MAKE_IT);
    }

    @ParameterizedTest
    @CsvSource({"X86_64, x86_64-linux-gnu/asm/unistd_64.h", "AARCH64, asm-generic/unistd.h"})
    void theNumbersAreThoseOfTheKernelsOwnHeaders(Machine machine, String header) throws Exception {
        Path file = Path.of("/usr/include").resolve(header);
        assumeTrue(Files.isReadable(file), "there is no " + file);
        Map<String, Integer> numbers = new HashMap<>();
        var defined = Pattern.compile("#define __NR(?:3264)?_(\\w+) (\\d+)");
        defined.matcher(Files.readString(file))
                .results()
                .forEach(found -> numbers.put(found.group(1), Integer.parseInt(found.group(2))));

        // Headers may be older than the newest calls.
        assertThat(SystemCall.values())
                .filteredOn(call -> numbers.containsKey(name(call)))
                .hasSizeGreaterThan(65)
                .allSatisfy(
                        call -> assertThat(call.number(machine)).as("%s", call).isEqualTo(numbers.get(name(call))));
    }

    private static String name(SystemCall call) {
        return call.name().toLowerCase(Locale.ROOT);
    }
}
