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
 * @param together bytes of memory of any kind of all its processes on the namespace rung
 */
public record Limits(
        long memory, int processes, long fileSize, int openFiles, int cpuSeconds, long scratch, long together) {
    /**
     * Ten times what the reference's programs need, room for a thread for each of a hundred messages to each of a few clients,
     * and little enough that a class of hostile ones is bearable.
     */
    public static final Limits STANDARD = new Limits(512L << 20, 512, 64L << 20, 256, 120, 64L << 20, 700L << 20);
}
