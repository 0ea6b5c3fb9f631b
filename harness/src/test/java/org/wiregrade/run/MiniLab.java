package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.wiregrade.batch.FailingMachine;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.LabTask;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** A lab whose checks only read a file of the submission, for tests of what is around the checks. */
public final class MiniLab implements Supplier<Lab> {
    public static final Lab LAB = new Lab(
            "mini",
            "A lab for tests",
            List.of(new StudentProgram("chat server", "chat.ChatServer")),
            List.of(),
            List.of(LabTask.of(Checks.class, "mini.word", "mini.after")));

    @Override
    public Lab get() {
        return LAB;
    }

    /** Writes a submission whose first check passes for {@code good}, fails for {@code bad}, breaks for {@code broken}; {@code machine} is good as long as {@link FailingMachine} is. */
    public static void submit(Path folder, String word) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("word.txt"), word);
    }

    @Task(value = "Words", lab = MiniLab.class)
    static class Checks {
        @LabCheck(id = "mini.word", points = 3, title = "The word is good", hint = "Write good.")
        void word(Testbed testbed, TestReporter reporter) throws IOException {
            Optional<Path> file = testbed.submission().find("word.txt");
            String word = file.isPresent() ? Files.readString(file.get()) : "";
            switch (word) {
                case "good" -> reporter.publishEntry("the word has four letters");
                case "none" -> throw new TestAbortedException("there is nothing to judge");
                case "machine" -> FailingMachine.work();
                case "broken" -> throw new IllegalStateException("the dictionary is lost");
                default -> throw new CheckFailure("good", word, "");
            }
        }

        @LabCheck(id = "mini.after", points = 2, title = "Something follows", hint = "Follow.", needs = "mini.word")
        void after(Testbed testbed) {
            testbed.submission();
        }
    }
}
