package org.wiregrade.sandbox.namespace.seccomp;

/** A system call that the filter looks at, with its numbers on x86-64 and on aarch64 (linux/unistd.h). */
enum SystemCall {
    // Keyrings: they belong to whoever grades, and outlast a program.
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),

    // Namespaces.
    UNSHARE(272, 97),
    SETNS(308, 268),

    // Mounts.
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    OPEN_TREE(428, 428),
    MOVE_MOUNT(429, 429),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    STATMOUNT(457, 457),
    LISTMOUNT(458, 458),
    OPEN_TREE_ATTR(467, 467),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    NAME_TO_HANDLE_AT(303, 264),
    OPEN_BY_HANDLE_AT(304, 265),

    // Other processes' memory and descriptors.
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    KCMP(312, 272),
    PIDFD_GETFD(438, 438),
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),

    // Parts of the kernel in which most holes have been found.
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    VMSPLICE(278, 75),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),

    // Memory that no limit of a process counts.
    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447, 447),
    SHMGET(29, 194),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    SEMGET(64, 190),
    MSGGET(68, 186),
    MQ_OPEN(240, 180),

    // The machine's own state.
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    REBOOT(169, 142),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    ADJTIMEX(159, 171),
    CLOCK_ADJTIME(305, 266),
    ACCT(163, 89),
    SYSLOG(103, 116),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    VHANGUP(153, 58),
    PERSONALITY(135, 92),
    IOPERM(173, -1),
    IOPL(172, -1),
    MODIFY_LDT(154, -1),

    // Judged by what they are asked for.
    CLONE(56, 220),
    CLONE3(435, 435),
    IOCTL(16, 29),
    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    SETSOCKOPT(54, 208),
    MMAP(9, 222);

    private final int onX86;
    private final int onArm;

    SystemCall(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    /** Its number; negative where the machine does not have it. */
    int number(Machine machine) {
        return machine == Machine.X86_64 ? onX86 : onArm;
    }
}
