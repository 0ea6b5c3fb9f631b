package org.wiregrade.policy;

import java.io.IOException;

/** A policy, or a list that belongs to it, cannot be used; the message says where and why. */
public final class RefusedPolicy extends IOException {
    private static final long serialVersionUID = 1;

    RefusedPolicy(String file, int line, String why) {
        super(file + ", line " + line + ": " + why);
    }

    RefusedPolicy(String why) {
        super(why);
    }
}
