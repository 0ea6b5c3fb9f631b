package org.wiregrade.sandbox.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.kernel.Identity;
import org.wiregrade.sandbox.namespace.seccomp.SystemCallFilter;

/**
 * The command line that puts a program into a box: {@code setpriv}, {@code unshare}, {@code bwrap}, {@code prlimit}.
 *
 * <p>In the box is a read-only view of the system's libraries, of Java and of the program's folder, and two small file
 * systems in memory. Not in the box are other processes, other users' files, the harness's environment, and any right.
 */
final class Bubblewrap {
    /** Where the program's folder is seen. */
    static final String HOME = BoxFiles.HOME;

    /** What Java sets aside for a thread; counted as its memory, though hardly any of it is ever used. */
    private static final long STACK = 1L << 20;

    /** Opens the filter for bwrap, and does nothing where the harness has died before its death would have been noticed. */
    private static final String WITH_FILTER = "[ \"$PPID\" = \"$0\" ] || exit 125; exec 9<\"$1\"; shift; exec \"$@\"";

    private static final String FILTER_DESCRIPTOR = "9";
    /** bwrap refuses to run with ambient capabilities, which the harness's own user namespace gives to all that it starts. */
    private static final List<String> WITHOUT_RIGHTS =
            List.of("--no-new-privs", "--ambient-caps=-all", "--inh-caps=-all", "--bounding-set=-all");

    private static final int FIRST_UID = 1_879_048_192;
    private static final int UIDS = 1 << 24;
    private static final AtomicInteger NEXT_UID =
            new AtomicInteger((int) (ProcessHandle.current().pid() << 8));

    private final Identity identity;
    private final Limits limits;
    private final boolean canDisableNamespaces;
    private final Path filter;
    private final BoxFiles files;

    /**
     * A box for the harness's own Java.
     *
     * @param etc a folder for the few files of {@code /etc} and the filter; written here
     * @param canDisableNamespaces whether this bwrap knows {@code --disable-userns} (0.8 or later)
     */
    Bubblewrap(Identity identity, Limits limits, Path etc, boolean canDisableNamespaces) throws IOException {
        this.identity = identity;
        this.limits = limits;
        this.filter = etc.resolve("filter");
        this.canDisableNamespaces = canDisableNamespaces;
        this.files = new BoxFiles(etc, limits.scratch());
        Files.write(
                filter,
                SystemCallFilter.forThisMachine()
                        .orElseThrow(() -> new IOException("no filter of system calls is known for this processor")));
    }

    /** The whole command line; words of the launch see Java and the folder where the box has them. */
    List<String> command(Launch launch) throws IOException {
        List<String> words = new ArrayList<>(boundToTheHarness());
        words.addAll(List.of("bwrap", "--seccomp", FILTER_DESCRIPTOR));
        words.addAll(separation());
        words.addAll(files.words(launch));
        launch.environment().forEach((name, value) -> words.addAll(List.of("--setenv", name, value)));
        if (identity.isRoot()) {
            words.addAll(otherUser());
        }
        words.addAll(limits());
        // In want of memory the kernel takes the student's program first.
        words.addAll(List.of("choom", "--adjust=1000", "--"));
        words.addAll(launch.commandForOwnJava(BoxFiles.JAVA + "/bin/java", HOME));
        return words;
    }

    /**
     * What ends when the harness does, and the box with it.
     *
     * <p>bwrap has given up all rights, and so may not tell a program of another user to end when it is ended itself. As root
     * it therefore is process 1 of a table of its own, at whose end the kernel asks for no rights.
     */
    private List<String> boundToTheHarness() {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig=KILL"));
        if (!identity.isRoot()) {
            words.addAll(WITHOUT_RIGHTS);
        }
        String harness = String.valueOf(ProcessHandle.current().pid());
        words.addAll(List.of("sh", "-c", WITH_FILTER, harness, filter.toString()));
        if (identity.isRoot()) {
            words.addAll(List.of("unshare", "--pid", "--fork", "--kill-child=KILL", "--"));
        }
        return words;
    }

    /** Set inside the box, where the kernel counts each program alone. */
    private List<String> limits() {
        return List.of(
                "prlimit",
                "--data=" + (limits.memory() + limits.processes() * STACK),
                "--nproc=" + limits.processes(),
                "--fsize=" + limits.fileSize(),
                "--nofile=" + limits.openFiles(),
                "--cpu=" + limits.cpuSeconds(),
                "--core=0");
    }

    /** The program is process 1 of its own table: when it ends or is killed, the kernel ends all that it started. */
    private List<String> separation() {
        List<String> words = new ArrayList<>(List.of(
                "--unshare-pid",
                "--as-pid-1",
                "--unshare-ipc",
                "--unshare-uts",
                "--hostname",
                "submission",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL"));
        for (String variable : List.of("HOME=/tmp", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin")) {
            int equals = variable.indexOf('=');
            words.addAll(List.of("--setenv", variable.substring(0, equals), variable.substring(equals + 1)));
        }
        if (identity.isRoot()) {
            words.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        } else {
            words.add("--unshare-user");
            if (canDisableNamespaces) {
                words.add("--disable-userns");
            }
        }
        return words;
    }

    /** A user id that nobody has: it owns nothing, and the limit on processes counts this program's alone. */
    private static List<String> otherUser() {
        String id = String.valueOf(FIRST_UID + Math.floorMod(NEXT_UID.getAndIncrement(), UIDS));
        return List.of(
                "setpriv",
                "--pdeathsig=keep",
                "--reuid=" + id,
                "--regid=" + id,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all");
    }
}
