package org.wiregrade.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.submission.Submission;

class IntakeTest {
    private static final String SERVER = "src/main/java/chat/ChatServer.java";

    @TempDir
    private Path given;

    @TempDir
    private Path work;

    @Test
    void aFolderOfFoldersZipsAndTarsIsAClass() throws IOException {
        file("alice/" + SERVER);
        Archives.zip(given.resolve("bob.zip"), Map.of("bob/" + SERVER, "x"));
        Archives.tarGz(given.resolve("carol.tar.gz"), tar -> Archives.entry(tar, SERVER, new byte[] {'x'}));
        file(".DS_Store");
        file("grades.csv");

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("alice", "bob", "carol");
        assertThat(intake.notes())
                .containsExactly(
                        "grades.csv was left out: it is neither a folder nor an archive.",
                        "Left out, since systems and tools give such names: .DS_Store.");
        for (HandedIn each : intake.handedIn()) {
            assertThat(submission(each).file(SERVER)).isPresent();
        }
    }

    @Test
    void aFolderIsGradedWhereItIsAndWritesNothing() throws IOException {
        file("alice/" + SERVER);

        Submission alice = submission(Intake.of(given, work).handedIn().get(0));

        assertThat(alice.folder()).isEqualTo(given.resolve("alice"));
    }

    @Test
    void moodlesFoldersAreNamedByStudentAndParticipant() throws IOException {
        file("Ada Lovelace_4711_assignsubmission_file_/" + SERVER);
        file("Ada Lovelace_4711_assignsubmission_onlinetext_/onlinetext.html");
        Archives.zip(given.resolve("Grace Hopper_4712_assignsubmission_file_/lab.zip"), Map.of(SERVER, "x"));
        file("Grace Hopper_4712_assignsubmission_file_/two_flow_capture.pcapng");
        Archives.zip(given.resolve("Ken_4713_assignsubmission_file_lab.zip"), Map.of(SERVER, "x"));

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("Ada Lovelace_4711", "Grace Hopper_4712", "Ken_4713");
        assertThat(intake.handedIn()).extracting(HandedIn::id).containsExactly("4711", "4712", "4713");
        Submission grace = submission(intake.handedIn().get(1));
        assertThat(grace.file(SERVER)).isPresent();
        assertThat(grace.find("two_flow_capture.pcapng")).isPresent();
    }

    @Test
    void ofCanvassResubmissionsTheLatestCounts() throws IOException {
        Archives.zip(given.resolve("lovelaceada_77_9001_lab.zip"), Map.of("old.txt", "x"));
        Archives.zip(given.resolve("lovelaceada_LATE_77_9001_lab-2.zip"), Map.of(SERVER, "x"));
        Archives.zip(given.resolve("lovelaceada_77_9001_lab-1.zip"), Map.of("middle.txt", "x"));
        file("hopper_78_9002_ChatServer.java");
        file("hopper_78_9002_chat_messages.csv");

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("hopper_78", "lovelaceada_77");
        assertThat(intake.notes())
                .singleElement()
                .asString()
                .startsWith("lovelaceada_77: of 3 attempts the latest was taken, lovelaceada_LATE_77_9001_lab-2.zip");
        assertThat(submission(intake.handedIn().get(1)).file(SERVER)).isPresent();
        assertThat(submission(intake.handedIn().get(0)).find("chat_messages.csv"))
                .isPresent();
    }

    @Test
    void ofBlackboardsAttemptsTheLatestCounts() throws IOException {
        Archives.zip(given.resolve("Lab 1_ada_attempt_2026-11-02-10-00-00_lab.zip"), Map.of(SERVER, "x"));
        Archives.zip(given.resolve("Lab 1_ada_attempt_2026-11-01-10-00-00_lab.zip"), Map.of("old.txt", "x"));
        file("Lab 1_ada_attempt_2026-11-02-10-00-00.txt");

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("ada");
        assertThat(submission(intake.handedIn().get(0)).file(SERVER)).isPresent();
    }

    @Test
    void gradescopesFoldersAreNamedByItsMetadata() throws IOException {
        file("export/submission_101/" + SERVER);
        file("export/submission_102/" + SERVER);
        Files.writeString(given.resolve("export/submission_metadata.yml"), """
                ---
                submission_101:
                  :submitters:
                  - :name: Ada Lovelace
                    :sid: '77'
                    :email: ada@example.org
                  - :name: "Grace / Hopper"
                    :sid: '78'
                    :email: grace@example.org
                  :created_at: 2026-11-01 10:00:00.000000000 Z
                  :history:
                  - :id: 99
                    :name: not a person
                submission_102:
                  :submitters:
                  - :name: Ken Thompson
                    :email: ken@example.org
                  :score: 1.0
                """);

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("Ada Lovelace+Grace _ Hopper_101", "Ken Thompson_102");
        assertThat(intake.handedIn()).extracting(HandedIn::id).containsExactly("submission_101", "submission_102");
    }

    @Test
    void checkoutsOfAClassroomAreNamedAsTheirFolders() throws IOException {
        for (String student : List.of("ada", "grace")) {
            file("lab-1-submissions/lab-1-" + student + "/" + SERVER);
            file("lab-1-submissions/lab-1-" + student + "/.git/HEAD");
        }

        assertThat(names(Intake.of(given, work))).containsExactly("lab-1-ada", "lab-1-grace");
    }

    @Test
    void anExportIsReadAsTheArchiveThatItIs() throws IOException {
        Path inner = Archives.zip(work.resolve("inner.zip"), Map.of(SERVER, "x"));
        Path export = Archives.zip(given.resolve("submissions.zip"), zip -> {
            Archives.entry(zip, "ada_1_11_lab.zip", Files.readAllBytes(inner));
            Archives.entry(zip, "ken_2_12_lab.zip", Files.readAllBytes(inner));
        });

        Intake intake = Intake.of(export, work);

        assertThat(names(intake)).containsExactly("ada_1", "ken_2");
        assertThat(submission(intake.handedIn().get(0)).file(SERVER)).isPresent();
    }

    @Test
    void aFolderAndArchivesOfOneNameAreAsManySubmissions() throws IOException {
        file("hans/" + SERVER);
        Path zip = Archives.zip(given.resolve("hans.zip"), Map.of(SERVER, "x"));
        Path tar = Archives.tarGz(given.resolve("hans.tar.gz"), with -> Archives.entry(with, SERVER, new byte[] {'x'}));

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("hans", "hans.tar.gz", "hans.zip");
        assertThat(intake.handedIn())
                .extracting(each -> each.main().orElseThrow())
                .containsExactly(given.resolve("hans"), tar, zip);
        assertThat(intake.notes())
                .contains("hans.zip is called hans.zip here, since its name comes too near another's.");
    }

    @Test
    void namesThatMeetOnSomeSystemAreKeptApartAndSaidSo() throws IOException {
        String long1 = "l".repeat(110) + "1";
        String long2 = "l".repeat(110) + "2";
        String decomposed = Normalizer.normalize("Zoë", Normalizer.Form.NFD);
        for (String name :
                List.of("Gina", "gina", "carl:1", "carl*1", long1, long2, "Zoë", decomposed, "ada", "ada.")) {
            file(name + "/" + SERVER);
        }

        Intake intake = Intake.of(given, work);

        assertThat(names(intake))
                .hasSize(10)
                .allMatch(name -> name.matches("(?i)(gina|carl_1|l+|zoë|ada\\.?)-[0-9a-f]{8}"));
        assertThat(names(intake).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(intake.notes()).hasSize(10).anyMatch(note -> note.startsWith("carl*1 is called carl_1-"));
        assertThat(names(intake)).as("again").isEqualTo(names(Intake.of(given, work)));
        assertThat(intake.handedIn().stream().map(each -> each.main().orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameDoesNotDependOnWhoElseHandedIn() throws IOException {
        file("Gina/" + SERVER);
        file("gina/" + SERVER);
        List<String> before = names(Intake.of(given, work));
        for (String late : List.of("GINA", "Anna", "gina-2", "zeno")) {
            file(late + "/" + SERVER);
        }

        assertThat(names(Intake.of(given, work)))
                .containsAll(before)
                .contains("Anna", "gina-2", "zeno")
                .hasSize(6);
    }

    @Test
    void nobodyGetsAnotherNameByChoosingTheOwn() {
        List<String> names = Names.of(List.of(new Names.Given("gina", "gina"), new Names.Given("Gina", "Gina")));

        List<String> with = Names.of(List.of(
                new Names.Given(names.get(0), names.get(0)),
                new Names.Given("gina", "gina"),
                new Names.Given("Gina", "Gina")));

        assertThat(with.get(0)).isEqualTo(names.get(0));
        assertThat(with).doesNotHaveDuplicates();
    }

    @Test
    void theLongestNamesFitIntoAFileSystem() {
        String wide = "\ud83d\ude00李".repeat(90);

        for (String name : Names.of(List.of(new Names.Given(wide, wide), new Names.Given(wide, wide + "2")))) {
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
            assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(name);
        }
    }

    @Test
    void aHiddenNameIsGradedUnlessItIsASystems() throws IOException {
        file("anna/" + SERVER);
        file(".frank/" + SERVER);
        Archives.zip(given.resolve(".gus.zip"), Map.of(SERVER, "x"));
        file(".git/HEAD");
        file("._anna");
        file(".notes");

        Intake intake = Intake.of(given, work);

        assertThat(names(intake)).containsExactly("_frank", "_gus", "anna");
        assertThat(submission(intake.handedIn().get(0)).file(SERVER)).isPresent();
        assertThat(intake.notes())
                .containsExactlyInAnyOrder(
                        ".frank is hidden; it is graded, as _frank.",
                        ".gus.zip is hidden; it is graded, as _gus.",
                        ".notes was left out: it is neither a folder nor an archive.",
                        "Left out, since systems and tools give such names: ._anna, .git.");
    }

    @Test
    void aHiddenNameInAnExportIsGradedToo() throws IOException {
        Path export = Archives.zip(
                given.resolve("class.zip"),
                Map.of("anna/" + SERVER, "x", ".frank/" + SERVER, "x", "__MACOSX/._anna", "x"));

        assertThat(names(Intake.of(export, work))).containsExactly("_frank", "anna");
    }

    @Test
    void aNameIsHarmlessInAPathAndATerminal() throws IOException {
        Files.createDirectories(given.resolve("\u001b[31m=cmd|x"));
        Files.createDirectories(given.resolve("Zoë Müller"));

        assertThat(names(Intake.of(given, work))).containsExactly("__31m_cmd_x", "Zoë Müller");
    }

    @Test
    void anEmptyFolderIsToldSo() throws IOException {
        Files.createDirectories(given.resolve("alice"));
        file("bob/" + SERVER);

        Opened opened = Intake.of(given, work).handedIn().get(0).open(work.resolve("alice"));

        assertThat(opened)
                .isEqualTo(new Opened.Rejected("alice", "The submission is empty: there are no files in it."));
    }

    @Test
    void aFolderWithoutSubmissionsIsAnError() {
        assertThatThrownBy(() -> Intake.of(given, work)).hasMessage("there are no submissions in " + given);
        assertThatThrownBy(() -> Intake.of(given.resolve("nowhere"), work)).hasMessageContaining("there is no folder");
    }

    private void file(String path) throws IOException {
        Path file = given.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private static List<String> names(Intake intake) {
        return intake.handedIn().stream().map(HandedIn::name).toList();
    }

    private Submission submission(HandedIn handedIn) throws IOException {
        Opened opened = handedIn.open(work.resolve(handedIn.name()));
        assertThat(opened).isInstanceOf(Opened.Ready.class);
        return ((Opened.Ready) opened).submission();
    }
}
