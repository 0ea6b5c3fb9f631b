package org.wiregrade.testbed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.sandbox.Limits;

/** What a program lacked, as far as its output and its exit code tell; that may be true, or only said. */
enum Shortage {
    BOX(
            "no place could be made for it to run in",
            "",
            "^(?:bwrap|setpriv|prlimit|choom|unshare): ",
            "^(?:OCI runtime|runc:|crun:|docker:|podman:).*\\b[Ee]rror",
            "error while loading shared libraries: "),
    JAVA(
            "Java itself could not start",
            "",
            "^Error occurred during initialization of (?:VM|boot layer)",
            "Could not reserve enough space",
            "^Error: Could not create the Java Virtual Machine",
            "Cannot create worker GC thread",
            "library initialization failed",
            "^Error: (?:failed|dl failure) .*lib(?:jvm|jli|java)\\.so"),
    THREADS(
            "it could start no more threads or processes",
            "Start one thread for each client, none for each message, and let it end with its client.",
            "unable to create (?:new )?native thread",
            "pthread_create failed",
            "Failed to start (?:thread|the native thread)",
            "fork: ",
            "Cannot fork",
            "error=11\\b",
            "Resource temporarily unavailable"),
    HEAP(
            "its Java heap, or its room for direct buffers, was full",
            "Keep no message longer than you need it.",
            "OutOfMemoryError: (?:Java heap space|GC overhead|Requested array size|Direct buffer|Cannot reserve)"),
    CLASSES(
            "it had no room for more classes",
            "Make no classes while the program runs.",
            "OutOfMemoryError: (?:Metaspace|Compressed class space)"),
    MEMORY(
            "it could have no more memory",
            "Keep no message longer than you need it, and start no thread that does not end.",
            "insufficient memory for the Java Runtime Environment",
            "Native memory allocation \\(\\w+\\) failed",
            "Cannot allocate memory",
            "error=12\\b",
            "java\\.lang\\.OutOfMemoryError"),
    DISK("there was no room for its files", "Write no files.", "No space left on device", "Disk quota exceeded"),
    FILE_SIZE("one of its files became too large", "Write no files.", "File too large", "File size limit exceeded"),
    OPEN_FILES(
            "it could open no more files and connections",
            "Close each connection that you open, also when something goes wrong.",
            "Too many open files",
            "error=24\\b"),
    CPU(
            "its processor time was over",
            "A loop does not end: wait for what is to come instead of looking again and again.",
            "CPU time limit exceeded"),
    PORTS(
            "it found no free port",
            "Close each connection that you open, and open no more than are needed.",
            "Cannot assign requested address",
            "error=99\\b"),
    SYSTEM_CALL(
            "it asked the system for something that no program may have here",
            "Use only what the lab needs.",
            "Bad system call"),
    KILLED("it was killed", "");

    /** The most of a line that is looked at, in characters. */
    private static final int LONGEST = 1000;

    /** What the exit code of a program that a signal has ended is larger by. */
    private static final int SIGNALLED = 128;

    private final String words;
    private final String hint;
    private final Pattern signs;

    Shortage(String words, String hint, String... signs) {
        this.words = words;
        this.hint = hint;
        this.signs = Pattern.compile(signs.length == 0 ? "(?!)" : String.join("|", signs));
    }

    /** What a line says that a program printed, or the system. */
    static Optional<Shortage> in(String line) {
        String start = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        for (Shortage shortage : values()) {
            if (shortage.signs.matcher(start).find()) {
                return Optional.of(shortage);
            }
        }
        return Optional.empty();
    }

    /** What an exit code says, as a shell gives it where a signal of Linux has ended the program. */
    static Optional<Shortage> in(int exitCode) {
        return Optional.ofNullable(
                switch (exitCode - SIGNALLED) {
                    case 9 -> KILLED;
                    case 24 -> CPU;
                    case 25 -> FILE_SIZE;
                    case 31 -> SYSTEM_CALL;
                    default -> null;
                });
    }

    /**
     * As part of a sentence, such as {@code it wanted more than 512 threads and processes}.
     *
     * @param command of the program, which may say how much Java may have
     */
    String words(Optional<Limits> limits, List<String> command) {
        String number = switch (this) {
            case HEAP -> wanted("-Xmx", "of Java heap, or of direct buffers", command);
            case CLASSES -> wanted("-XX:MaxMetaspaceSize=", "for its classes", command);
            default -> limits.map(this::wanted).orElse("");
        };
        return number.isEmpty() ? words : number;
    }

    /** What is said without knowing any limit. */
    String words() {
        return words;
    }

    /** With a limit of the sandbox; empty where it has none for this. */
    private String wanted(Limits limits) {
        return switch (this) {
            case THREADS -> "it wanted more than " + limits.processes() + " threads and processes";
            case MEMORY -> "it wanted more than " + mebibytes(limits.memory()) + " of memory";
            case DISK -> "it wanted to keep more than " + mebibytes(limits.scratch()) + " in files";
            case FILE_SIZE -> "it wrote more than " + mebibytes(limits.fileSize()) + " into one file";
            case OPEN_FILES -> "it wanted more than " + limits.openFiles() + " files and connections open at once";
            case CPU -> "it used more than " + limits.cpuSeconds() + " s of processor time";
            case KILLED ->
                "it was killed, as a program is that takes more than " + mebibytes(limits.memory()) + " of memory or "
                        + limits.cpuSeconds() + " s of processor time";
            default -> "";
        };
    }

    private static String wanted(String option, String of, List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith(option)
                        && word.substring(option.length()).matches("\\d+m"))
                .reduce((first, last) -> last)
                .map(word -> "it wanted more than " + word.substring(option.length(), word.length() - 1) + " MiB " + of)
                .orElse("");
    }

    /** What a student can do about it; may be empty. */
    String hint() {
        return hint;
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
