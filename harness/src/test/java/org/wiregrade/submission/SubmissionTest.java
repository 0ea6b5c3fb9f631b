package org.wiregrade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundOneFolderDeeperBesideWhatMacosAndEditorsLeave() throws IOException {
        write("alice/lab/src/main/java/chat/ChatServer.java");
        write("alice/__MACOSX/lab/src/._main");
        write("alice/.idea/workspace.xml");
        Submission alice = Submission.in(folder.resolve("alice"));
        assertThat(alice.name()).isEqualTo("alice");
        assertThat(alice.folder()).isEqualTo(folder.resolve("alice/lab"));
        assertThat(alice.sources()).containsExactly("src/main/java/chat/ChatServer.java");
    }

    @Test
    void aFolderWithNothingButEvidenceIsTheSubmissionItself() throws IOException {
        write("bob/evidence/notes.txt");
        assertThat(Submission.in(folder.resolve("bob")).folder()).isEqualTo(folder.resolve("bob"));
    }

    @Test
    void evidenceIsFoundWhereItBelongsFirstAndElsewhereNext() throws IOException {
        write("carol/src/main/java/chat/ChatServer.java");
        write("carol/docs/Capture.pcapng");
        Submission carol = Submission.in(folder.resolve("carol"));
        assertThat(carol.find("capture.pcapng")).contains(folder.resolve("carol/docs/Capture.pcapng"));
        write("carol/evidence/capture.pcapng");
        assertThat(carol.find("capture.pcapng")).contains(folder.resolve("carol/evidence/capture.pcapng"));
        assertThat(carol.find("missing.txt")).isEmpty();
    }

    @Test
    void aLinkOutOfTheSubmissionIsNotFollowed() throws IOException {
        Path secret = write("secret/plan.txt");
        write("dave/src/main/java/chat/ChatServer.java");
        Files.createDirectories(folder.resolve("dave/evidence"));
        Files.createSymbolicLink(folder.resolve("dave/evidence/plan.txt"), secret);
        Files.createSymbolicLink(folder.resolve("dave/linked"), secret.getParent());
        Submission dave = Submission.in(folder.resolve("dave"));
        assertThat(dave.file("evidence/plan.txt")).isEmpty();
        assertThat(dave.file("linked/plan.txt")).isEmpty();
        assertThat(dave.file("../secret/plan.txt")).isEmpty();
        assertThat(dave.find("plan.txt")).isEmpty();
    }

    private Path write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }
}
