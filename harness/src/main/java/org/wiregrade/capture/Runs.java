package org.wiregrade.capture;

/** The runs of payload bytes of one direction: where each stands in sequence space, where in the file, who brought it. */
interface Runs {
    int count();

    /** Where it stands in sequence space. */
    long position(int index);

    /** Where its first byte lies in the file. */
    long file(int index);

    /** Its length in bytes. */
    int length(int index);

    /** The number of the segment that brought it. */
    int segment(int index);
}
