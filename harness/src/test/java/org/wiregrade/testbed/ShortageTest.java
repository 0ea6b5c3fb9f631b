package org.wiregrade.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.sandbox.Limits;

/** What the JVM, the shell, the C library, the kernel and the sandbox say of what ran out, line by line. */
class ShortageTest {
    private static final Limits LIMITS = new Limits(512L << 20, 512, 64L << 20, 256, 120, 32L << 20, 700L << 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "THREADS | Exception in thread \"main\" java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached",
                "THREADS | java.lang.OutOfMemoryError: unable to create new native thread",
                "THREADS | [0.123s][warning][os,thread] Failed to start thread \"Unknown thread\" with pthread_create failed (EAGAIN) for attributes: stacksize: 1024k, guardsize: 0k, detached.",
                "THREADS | OpenJDK 64-Bit Server VM warning: pthread_create failed (EAGAIN)",
                "THREADS | sh: 1: Cannot fork",
                "THREADS | bash: fork: retry: Resource temporarily unavailable",
                "THREADS | java.io.IOException: Cannot run program \"sleep\": error=11, Resource temporarily unavailable",
                "HEAP | [ERROR] java.lang.OutOfMemoryError: Java heap space",
                "HEAP | java.lang.OutOfMemoryError: GC overhead limit exceeded",
                "HEAP | java.lang.OutOfMemoryError: Requested array size exceeds VM limit",
                "HEAP | java.lang.OutOfMemoryError: Direct buffer memory",
                "HEAP | java.lang.OutOfMemoryError: Cannot reserve 1048576 bytes of direct buffer memory (allocated: 1, limit: 2)",
                "CLASSES | java.lang.OutOfMemoryError: Metaspace",
                "CLASSES | java.lang.OutOfMemoryError: Compressed class space",
                "MEMORY | # There is insufficient memory for the Java Runtime Environment to continue.",
                "MEMORY | # Native memory allocation (mmap) failed to map 16384 bytes for committing reserved memory.",
                "MEMORY | OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory(0x0, 1, 0) failed; error='Cannot allocate memory' (errno=12)",
                "MEMORY | java.io.IOException: Cannot run program \"sleep\": error=12, Not enough space",
                "JAVA | Error occurred during initialization of VM",
                "JAVA | Could not reserve enough space for 65536KB object heap",
                "JAVA | Error: Could not create the Java Virtual Machine.",
                "JAVA | Cannot create worker GC thread. Out of system resources.",
                "JAVA | library initialization failed - unable to allocate file descriptor table - out of memory",
                "BOX | bwrap: Creating new namespace failed: Resource temporarily unavailable",
                "BOX | setpriv: setresuid failed: Resource temporarily unavailable",
                "BOX | prlimit: failed to set the NPROC resource limit: Operation not permitted",
                "BOX | unshare: unshare failed: No space left on device",
                "BOX | choom: failed to set score adjust value: Permission denied",
                "BOX | OCI runtime create failed: runc create failed: unable to start container process: error during container init",
                "BOX | java: error while loading shared libraries: libjli.so: failed to map segment from shared object",
                "DISK | java.io.IOException: No space left on device",
                "DISK | java.nio.file.FileSystemException: x: Disk quota exceeded",
                "FILE_SIZE | java.io.IOException: File too large",
                "OPEN_FILES | java.net.SocketException: Too many open files",
                "OPEN_FILES | java.io.IOException: Cannot run program \"x\": error=24, Too many open files",
                "PORTS | java.net.BindException: Cannot assign requested address",
            })
    void aLineIsRecognised(Shortage shortage, String line) {
        assertThat(Shortage.in(line)).hasValue(shortage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[RECV] From 127.0.0.1:5 -> good day, hello-1!",
                "[ERROR] java.net.SocketException: Connection reset",
                "java.util.ConcurrentModificationException",
                "java.net.BindException: Address already in use",
                "it says bwrap: in the middle",
                "Exception in thread \"main\" java.lang.StackOverflowError",
            })
    void whatLacksNothingIsNotTakenForIt(String line) {
        assertThat(Shortage.in(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"137, KILLED", "152, CPU", "153, FILE_SIZE", "159, SYSTEM_CALL"})
    void aSignalIsRecognised(int exitCode, Shortage shortage) {
        assertThat(Shortage.in(exitCode)).hasValue(shortage);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 24, 126, 127, 130, 134, 139, 143, 255, -1})
    void otherExitCodesSayNothing(int exitCode) {
        assertThat(Shortage.in(exitCode)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THREADS | it wanted more than 512 threads and processes",
                "MEMORY | it wanted more than 512 MiB of memory",
                "DISK | it wanted to keep more than 32 MiB in files",
                "FILE_SIZE | it wrote more than 64 MiB into one file",
                "OPEN_FILES | it wanted more than 256 files and connections open at once",
                "CPU | it used more than 120 s of processor time",
                "HEAP | it wanted more than 48 MiB of Java heap, or of direct buffers",
                "CLASSES | it wanted more than 40 MiB for its classes",
                "KILLED | it was killed, as a program is that takes more than 512 MiB of memory or 120 s of processor time",
            })
    void aLimitIsNamedWithItsNumber(Shortage shortage, String words) {
        List<String> command = List.of("{java}", "-Xmx64m", "-Xmx48m", "-XX:MaxMetaspaceSize=40m", "chat.ChatServer");

        assertThat(shortage.words(Optional.of(LIMITS), command)).isEqualTo(words);
    }

    @Test
    void whereNoLimitIsKnownNoneIsNamed() {
        for (Shortage shortage : Shortage.values()) {
            assertThat(shortage.words(Optional.empty(), List.of("{java}")))
                    .isNotBlank()
                    .doesNotContainPattern("\\d");
        }
    }

    @Test
    void aLongLineIsLookedAtOnlyAtItsStart() {
        assertThat(Shortage.in("x".repeat(64 << 10) + " Too many open files")).isEmpty();
    }
}
