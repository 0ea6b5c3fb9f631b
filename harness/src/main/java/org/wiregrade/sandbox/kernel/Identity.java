package org.wiregrade.sandbox.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who the harness is to Linux.
 *
 * @param uid its effective user id
 * @param canDropTo whether other user ids exist in its user namespace, to which a student's program can be dropped
 * @param capabilities its effective capabilities as bits
 */
public record Identity(long uid, boolean canDropTo, long capabilities) {
    private static final long CAP_SYS_ADMIN = 1L << 21;

    public static Identity current() {
        try {
            long uid = 0;
            long capabilities = 0;
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                String[] words = line.split("\\s+");
                if (words[0].equals("Uid:")) {
                    uid = Long.parseLong(words[2]);
                } else if (words[0].equals("CapEff:")) {
                    capabilities = Long.parseUnsignedLong(words[1], 16);
                }
            }
            List<String> map = Files.readAllLines(Path.of("/proc/self/uid_map"));
            boolean whole = map.size() == 1 && map.get(0).strip().endsWith("4294967295");
            return new Identity(uid, whole, capabilities);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Root of the whole machine or container, who gives each student's program a user id of its own. */
    public boolean isRoot() {
        return uid == 0 && canDropTo;
    }

    public boolean mayUnshare() {
        return (capabilities & CAP_SYS_ADMIN) != 0;
    }
}
