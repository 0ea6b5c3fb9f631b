package org.wiregrade.sandbox;

/**
 * What one program of a submission may use; the same numbers in every sandbox that can hold them.
 *
 * @param memory bytes of private memory: of one process on the namespace rung, of all together in a container
 * @param processes processes and threads together
 * @param fileSize bytes of one file
 * @param openFiles descriptors of one process
 * @param cpuSeconds processor time of one process
 * @param scratch bytes of the file system in memory that it may write to
 */
public record Limits(long memory, int processes, long fileSize, int openFiles, int cpuSeconds, long scratch) {
    /** Ten times what the reference's programs need, and little enough that a class of hostile ones is bearable. */
    static final Limits STANDARD = new Limits(512L << 20, 128, 64L << 20, 256, 120, 64L << 20);
}
