package org.wiregrade.jvm;

import java.util.Map;

/**
 * What every Java of a launch that is not the template's is told, whatever its command line: how large its box is.
 *
 * <p>Java takes its sizes from the machine's memory, which may be fifty times the box's, and does not start then. What the
 * command line says goes before.
 */
public final class PlainJava {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    /** A heap that leaves room for the compiler of {@code java File.java} and for a stack for each thread. */
    private static final String OPTIONS =
            "-Xmx192m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=48m -XX:-UsePerfData";

    /** Java's own remark that it has read the variable, a line of its output. */
    public static final String REMARK = "Picked up " + VARIABLE + ": " + OPTIONS;

    private PlainJava() {}

    /** The environment variable that says it. */
    public static Map<String, String> environment() {
        return Map.of(VARIABLE, OPTIONS);
    }
}
