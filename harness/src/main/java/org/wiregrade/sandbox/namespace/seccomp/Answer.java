package org.wiregrade.sandbox.namespace.seccomp;

/** What a filter tells the kernel to do with a system call (linux/seccomp.h). */
final class Answer {
    static final int MAKE_IT = 0x7fff0000;
    static final int KILL_THE_PROCESS = 0x80000000;
    /** The call returns 0 and has done nothing. */
    static final int DO_NOTHING = 0x00050000;

    static final int NOT_PERMITTED = DO_NOTHING | 1;
    static final int NO_SUCH_CALL = DO_NOTHING | 38;
    static final int NO_SUCH_FAMILY = DO_NOTHING | 97;

    private Answer() {}
}
