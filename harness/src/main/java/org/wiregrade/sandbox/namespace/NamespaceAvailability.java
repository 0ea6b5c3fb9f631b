package org.wiregrade.sandbox.namespace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Scratch;
import org.wiregrade.sandbox.kernel.Endings;
import org.wiregrade.sandbox.kernel.Identity;
import org.wiregrade.sandbox.kernel.Tools;
import org.wiregrade.sandbox.namespace.seccomp.SystemCallFilter;

/** Finds out whether {@link NamespaceSandbox} works here, by trying it. */
public final class NamespaceAvailability {
    /** What an ordinary user's harness is started with, so that its threads may have networks of their own. */
    public static final List<String> START = List.of("unshare", "--user", "--map-current-user", "--keep-caps");

    private static final String NAME = "namespace";
    private static final String WHOLE_RUN =
            "Memory is limited for each program; where there is systemd, the whole run can be limited by putting this before"
                    + " ./wiregrade: systemd-run --scope -p MemoryMax=8G -p MemorySwapMax=0 (with --user, where you are not"
                    + " root).";
    private static final String BETTER = "Use a container engine (--sandbox container), or a machine where this works.";

    private NamespaceAvailability() {}

    /** Tries it on a thread of its own, which takes some 50 ms. */
    public static Availability probe() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return no("This is not Linux, which alone has network namespaces.", BETTER);
        }
        List<String> missing = List.of("bwrap", "setpriv", "prlimit", "choom", "unshare").stream()
                .filter(tool -> Tools.find(tool).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return no(
                    "There is no " + String.join(", no ", missing) + " on the path.",
                    "Install bubblewrap and util-linux (Debian, Ubuntu: apt-get install bubblewrap util-linux).");
        }
        if (SystemCallFilter.forThisMachine().isEmpty()) {
            return no("The filter of system calls is for x86-64 and aarch64, and this is neither.", BETTER);
        }
        if (!Identity.current().mayUnshare()) {
            return withoutRights();
        }
        return attempt();
    }

    /** Whether this bwrap's help names an option; with ambient capabilities bwrap refuses to say. */
    static boolean bwrapKnows(String option) throws IOException {
        return run(List.of("setpriv", "--ambient-caps=-all", "--inh-caps=-all", "bwrap", "--help"))
                .contains(option);
    }

    private static Availability withoutRights() {
        if (endsWell(START)) {
            return no(
                    "The harness was started without a user namespace of its own, though this machine allows one.",
                    "Start it with ./wiregrade, or put this before its java: " + String.join(" ", START));
        }
        Optional<String> known = List.of(
                        new Setting("kernel/apparmor_restrict_unprivileged_userns", "1"),
                        new Setting("kernel/unprivileged_userns_clone", "0"),
                        new Setting("user/max_user_namespaces", "0"))
                .stream()
                .filter(Setting::holds)
                .map(Setting::words)
                .findFirst();
        return no(
                "This machine lets no ordinary user have a user namespace"
                        + known.map(words -> ": " + words + ".").orElse(", as in many containers."),
                known.isPresent() ? "Have an administrator change that setting, or: " + BETTER : BETTER);
    }

    private static Availability attempt() {
        var result = new AtomicReference<Availability>();
        Thread thread = new Thread(() -> result.set(attemptHere()), "namespace trial");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result.get() != null ? result.get() : no("A trial did not end within 30 s.", BETTER);
    }

    private static Availability attemptHere() {
        try (var sandbox = new NamespaceSandbox();
                var folder = new Scratch();
                Cell cell = sandbox.open()) {
            Process trial = cell.start(new Launch("trial", List.of("{java}", "-version"), folder.folder(), null));
            String said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!Endings.await(trial) || trial.exitValue() != 0) {
                return no("A trial said: " + said.strip(), BETTER);
            }
            cell.capture();
            return new Availability(
                    NAME,
                    true,
                    "A program ran in a box of its own, and its traffic was recorded.",
                    "Hostile code is contained, and every submission has the lab's own ports.",
                    WHOLE_RUN);
        } catch (IOException | RuntimeException e) {
            return no("A trial failed: " + e.getMessage(), BETTER);
        }
    }

    private static Availability no(String found, String advice) {
        return new Availability(NAME, false, found, "Submissions cannot be run in namespaces.", advice);
    }

    private static boolean endsWell(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Endings.await(process) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private record Setting(String path, String forbids) {
        boolean holds() {
            try {
                return Files.readString(Path.of("/proc/sys", path)).strip().equals(forbids);
            } catch (IOException e) {
                return false;
            }
        }

        String words() {
            return path.replace('/', '.') + " is " + forbids;
        }
    }
}
