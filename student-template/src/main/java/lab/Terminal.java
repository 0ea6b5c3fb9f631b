package lab;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program's standard output as the labs need it. */
public final class Terminal {
    private Terminal() {}

    /** Makes {@code System.out} write UTF-8 on every system, and show each line at once and whole. */
    public static void useUtf8() {
        // The file stays open as long as the program runs, as the stream it replaces does.
        @SuppressWarnings("resource")
        PrintStream utf8 = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.UTF_8);
        System.setOut(utf8);
    }
}
