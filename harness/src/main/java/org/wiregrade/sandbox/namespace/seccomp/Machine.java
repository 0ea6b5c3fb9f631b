package org.wiregrade.sandbox.namespace.seccomp;

import java.util.Optional;

/** A kind of processor, to which Linux gives numbers of its own for its system calls. */
enum Machine {
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    private final int auditNumber;

    Machine(int auditNumber) {
        this.auditNumber = auditNumber;
    }

    /** The one that this Java was made for; nothing where it is neither. */
    static Optional<Machine> current() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    /** What {@code seccomp_data.arch} holds for its own calls: {@code AUDIT_ARCH_…} of linux/audit.h. */
    int auditNumber() {
        return auditNumber;
    }
}
