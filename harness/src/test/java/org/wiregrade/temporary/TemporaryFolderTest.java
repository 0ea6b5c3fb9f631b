package org.wiregrade.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNextAndWhatALivingOneHasIsNot() throws Exception {
        Process first = start("stay");
        Path kept = Path.of(first.inputReader().readLine());
        assertThat(kept.resolve("file")).exists();

        assertThat(start("go").waitFor()).isZero();
        assertThat(kept.resolve("file")).as("its owner lives").exists();

        first.destroyForcibly().waitFor();
        assertThat(start("go").waitFor()).isZero();

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void onlyOwnFoldersThatWereLockedAreDeletedAndNothingBehindALink() throws Exception {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/folder"));
        Files.writeString(elsewhere.resolve("lock"), "\n");
        Files.createSymbolicLink(temporary.resolve("wiregrade-link"), elsewhere);
        Path abandoned = abandoned("wiregrade-1-abandoned", "\n");
        Files.createSymbolicLink(abandoned.resolve("link"), elsewhere);
        Path inTheMaking = abandoned("wiregrade-1-young", "");
        Path without = Files.createDirectories(temporary.resolve("wiregrade-notes"));
        Path lockIsALink = Files.createDirectories(temporary.resolve("wiregrade-1-link"));
        Files.createSymbolicLink(lockIsALink.resolve("lock"), elsewhere.resolve("lock"));

        sweep();

        assertThat(abandoned).doesNotExist();
        assertThat(elsewhere.resolve("lock")).exists();
        assertThat(inTheMaking).exists();
        assertThat(without).exists();
        assertThat(lockIsALink.resolve("lock")).exists();
    }

    @Test
    void othersFoldersAreTheirs() throws Exception {
        Path others = abandoned("wiregrade-1-others", "\n");
        assumeTrue((int) Files.getAttribute(temporary, "unix:uid") == 0, "only root can make what is another's");
        Files.setAttribute(others, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);

        sweep();

        assertThat(others.resolve("lock")).exists();
    }

    private Path abandoned(String name, String lock) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        Files.writeString(folder.resolve("lock"), lock);
        Files.writeString(Files.createDirectories(folder.resolve("run1")).resolve("file"), "x");
        return folder;
    }

    private void sweep() throws IOException {
        try (var mine = OwnedFolder.in(temporary)) {
            OwnedFolder.removeAbandoned(temporary, mine);
            assertThat(mine.path()).isDirectory();
        }
    }

    private Process start(String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Owner.class.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    /** Has a temporary folder with a file, and stays with it or goes. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            try (var folder = TemporaryFolder.create("work")) {
                Files.writeString(folder.path().resolve("file"), "x");
                System.out.println(folder.path());
                if (arguments[0].equals("stay")) {
                    Thread.currentThread().join();
                }
            }
        }
    }
}
