package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.jvm.Launch;
import org.wiregrade.labs.Labs;
import org.wiregrade.run.Grader;
import org.wiregrade.run.Rerun;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.loopback.Loopback;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

/** The reference, rehearsed where it gets every point and where something is amiss. */
class RehearsalTest {
    @TempDir
    Path folder;

    /** A sandbox that, once more than so many cells are open, starts programs with a shell's words before them. */
    private record Hampered(Sandbox sandbox, AtomicInteger opened, int most, String words) implements Sandbox {
        @Override
        public String name() {
            return sandbox.name();
        }

        @Override
        public Cell open() throws IOException {
            Cell cell = sandbox.open();
            opened.incrementAndGet();
            return new Cell() {
                @Override
                public Process start(Launch launch) throws IOException {
                    if (opened.get() <= most) {
                        return cell.start(launch);
                    }
                    List<String> command =
                            new java.util.ArrayList<>(List.of("sh", "-c", words + "; exec \"$@\"", "sh"));
                    command.addAll(launch.command());
                    return cell.start(
                            new Launch(launch.name(), command, launch.home(), launch.ready(), launch.shared()));
                }

                @Override
                public void end(Process program) {
                    cell.end(program);
                }

                @Override
                public Loopback loopback() throws IOException {
                    return cell.loopback();
                }

                @Override
                public boolean ownsPorts() {
                    return cell.ownsPorts();
                }

                @Override
                public void close() {
                    opened.decrementAndGet();
                    cell.close();
                }
            };
        }
    }

    private static Rehearsed rehearse(int atOnce, int most, String words) throws Exception {
        try (var sandbox = new Hampered(new ProcessSandbox(), new AtomicInteger(), most, words);
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.of(""))) {
            Submission reference = Submission.in(Path.of("..", "reference"));
            return new Rehearsal(grader, reference, List.of(Labs.named("chat"))).rehearse(atOnce);
        }
    }

    @Test
    void theReferenceGetsEveryPointAndItIsSaidHowLongThatTook() throws Exception {
        Rehearsed rehearsed = rehearse(2, 2, ":");

        assertThat(rehearsed.words()).matches("2 at once, all points, \\d+\\.\\d s");
    }

    @Test
    void whereThreadsAreTooFewItSaysSo() throws Exception {
        Rehearsed rehearsed = rehearse(1, 0, "echo '[warning] pthread_create failed (EAGAIN)'; exit 1");

        assertThat(rehearsed.allPoints()).isFalse();
        assertThat(rehearsed.words())
                .contains("every run of the reference", "no program starts here", "Processes and threads are too few")
                .doesNotContain("--jobs");
    }

    @Test
    void whereFewerAtOnceDoItSaysHowMany() throws Exception {
        Rehearsed rehearsed = rehearse(2, 1, "exit 3");

        assertThat(rehearsed.words()).contains("chat.starts: it ended with exit code 3");
        assertThat(rehearsed.words()).contains("With --jobs 1 every point was got.");
    }

    @Test
    void onAMachineThatIsTooBusyItSaysSo() throws Exception {
        // What a right program needs ten seconds for, it does not say in time.
        Rehearsed rehearsed = rehearse(1, 0, "sleep 11");

        assertThat(rehearsed.words()).contains("printed no such line", "cannot run such programs as it is");
    }

    @Test
    void aJdkWithoutACompilerIsNamed() throws Exception {
        assertThat(withJava("#!/bin/sh\nexit 1\n").words()).contains("install a whole JDK");
    }

    @Test
    void aJavaThatDiesIsNamed() throws Exception {
        assertThat(withJava("#!/bin/sh\nkill -SEGV $$\n").words()).contains("install a whole JDK");
    }

    private Rehearsed withJava(String script) throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        String home = System.getProperty("java.home");
        System.setProperty("java.home", folder.resolve("jdk").toString());
        try {
            return rehearse(1, 1, ":");
        } finally {
            System.setProperty("java.home", home);
        }
    }

    @Test
    void whereThereIsNoRoomForTemporaryFilesItSaysSo() {
        Rehearsed rehearsed =
                new Rehearsed("process", 8, 0.1, List.of(Rerun.lost("/tmp/x: No space left on device")), 0);

        assertThat(rehearsed.words()).contains("no room on the disk of temporary files");
    }
}
