package org.wiregrade.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.submission.Submission;

/** The exports of learning platforms, whole, as an instructor gets them. */
class ExportsTest {
    private static final String SERVER = "src/main/java/chat/ChatServer.java";

    @TempDir
    private Path given;

    @TempDir
    private Path work;

    @Test
    void moodlesZipOfAll() throws IOException {
        String file = "_assignsubmission_file_";
        Intake intake = Intake.of(
                export(Map.of(
                        "Jörg Müller_101" + file + "/lab.zip",
                        lab("one folder/"),
                        "Zoë Ångström_102" + file + "/ChatServer.java",
                        text("server"),
                        "Zoë Ångström_102" + file + "/two_flow_capture.pcapng",
                        text("capture"),
                        "Zoë Ångström_102_assignsubmission_onlinetext_/onlinetext.html",
                        text("<p>here</p>"),
                        "Łukasz Żak_103_assignsubmission_onlinetext/onlinetext.html",
                        text("<p>I forgot</p>"),
                        "李 雷_104_assignsubmission_file/lab.tar",
                        text("no archive at all"))),
                work);

        assertThat(names(intake)).containsExactly("Jörg Müller_101", "Zoë Ångström_102", "李 雷_104");
        assertThat(intake.handedIn()).extracting(HandedIn::id).containsExactly("101", "102", "104");
        assertThat(intake.notes()).containsExactly("Łukasz Żak_103 was left out: there is text, but no file.");
        assertThat(opened(intake, 0).file(SERVER)).isPresent();
        assertThat(opened(intake, 1).find("ChatServer.java")).isPresent();
        assertThat(opened(intake, 1).find("two_flow_capture.pcapng")).isPresent();
    }

    @Test
    void moodlesExportOfOneStudentIsNotTakenForAClass() throws IOException {
        Intake intake = Intake.of(
                export(Map.of(
                        "Ada Lovelace_101_assignsubmission_file_/chat/ChatServer.java", text("server"),
                        "Ada Lovelace_101_assignsubmission_file_/twoflow/Relay.java", text("relay"))),
                work);

        assertThat(names(intake)).containsExactly("Ada Lovelace_101");
        assertThat(opened(intake, 0).find("Relay.java")).isPresent();
    }

    @Test
    void aNameIsTheSameHoweverASystemComposesItsLetters() throws IOException {
        String decomposed = Normalizer.normalize("Jörg Müller_101", Normalizer.Form.NFD);
        Intake intake = Intake.of(
                export(Map.of(
                        "Jörg Müller_101_assignsubmission_file_/ChatServer.java",
                        text("server"),
                        decomposed + "_assignsubmission_onlinetext_/onlinetext.html",
                        text("x"),
                        "Ken_102_assignsubmission_file_/ChatServer.java",
                        text("server"))),
                work);

        assertThat(names(intake)).containsExactly("Jörg Müller_101", "Ken_102");
        assertThat(intake.notes()).isEmpty();
    }

    @Test
    void canvassZipOfAll() throws IOException {
        Intake intake = Intake.of(
                export(Map.of(
                        "lovelaceada_1201_88001_lab.zip", archive("old.txt"),
                        "lovelaceada_LATE_1201_88017_lab-1.zip", lab(""),
                        "müllerjörg_1202_88003_lab-2.zip", lab("lab/"),
                        "van_der_berg_LATE_1203_88004_lab.zip", lab(""),
                        "hopper_1204_88005_ChatServer.java", text("first"),
                        "hopper_1204_88011_ChatServer-1.java", text("second"),
                        "hopper_LATE_1204_88012_ChatServer-2.java", text("third"))),
                work);

        assertThat(names(intake))
                .containsExactly("hopper_1204", "lovelaceada_1201", "müllerjörg_1202", "van_der_berg_1203");
        assertThat(intake.handedIn()).extracting(HandedIn::id).containsExactly("1204", "1201", "1202", "1203");
        assertThat(Files.readString(opened(intake, 0).find("ChatServer.java").orElseThrow()))
                .isEqualTo("third");
        for (int student = 1; student < 4; student++) {
            assertThat(opened(intake, student).file(SERVER)).isPresent();
        }
    }

    @Test
    void gradescopesZipWithSeveralSubmittersAndAttempts() throws IOException {
        String folder = "assignment_5_export/";
        Intake intake = Intake.of(
                export(Map.of(
                        folder + "submission_101/" + SERVER, text("x"),
                        folder + "submission_102/" + SERVER, text("x"),
                        folder + "submission_metadata.yml", text("""
                                ---
                                submission_101:
                                  :submitters:
                                  - :name: Seán O'Neill
                                    :sid: '77'
                                    :email: sean@example.org
                                  - :name: 'Ada ''Countess'' Lovelace'
                                    :sid: '78'
                                    :email: ada@example.org
                                  :created_at: 2026-11-01 10:00:00.000000000 Z
                                  :score: 3.0
                                  :history:
                                  - :id: 99
                                    :created_at: 2026-10-31 10:00:00.000000000 Z
                                    :submitters:
                                    - :name: not a person
                                submission_102:
                                  :submitters:
                                  - :name: Jörg Müller
                                    :email: joerg@example.org
                                """))),
                work);

        assertThat(names(intake)).containsExactly("Jörg Müller_102", "Seán O_Neill+Ada _Countess_ Lovelace_101");
        assertThat(opened(intake, 1).file(SERVER)).isPresent();
    }

    @Test
    void blackboardsUsersMayHaveUnderscores() throws IOException {
        Intake intake = Intake.of(
                export(Map.of(
                        "Lab_1_ada_l_attempt_2026-11-01-10-00-00_lab.zip", archive("old.txt"),
                        "Lab_1_ada_l_attempt_2026-11-02-10-00-00_lab.zip", lab(""),
                        "Lab_1_ada_l_attempt_2026-11-02-10-00-00.txt", text("Name: Ada L (ada_l)"),
                        "Lab_1_ken_l_attempt_2026-11-02-11-00-00_ChatServer.java", text("server"),
                        "Lab_1_ken_l_attempt_2026-11-02-11-00-00_chat_messages.csv", text("a,b"),
                        "Lab_1_ken_l_attempt_2026-11-02-11-00-00.txt", text("Name: Ken L (ken_l)"))),
                work);

        assertThat(names(intake)).containsExactly("ada_l", "ken_l");
        assertThat(intake.notes()).singleElement().asString().startsWith("ada_l: of 2 attempts");
        assertThat(opened(intake, 0).file(SERVER)).isPresent();
        assertThat(opened(intake, 1).find("chat_messages.csv")).isPresent();
    }

    @Test
    void checkoutsOfAClassroomWithTheirRepositories() throws IOException {
        Intake intake = Intake.of(
                export(Map.of(
                        "lab-1-submissions/lab-1-ada-l/.git/HEAD",
                        text("ref: refs/heads/main"),
                        "lab-1-submissions/lab-1-ada-l/.git/objects/ab/cd",
                        text("x"),
                        "lab-1-submissions/lab-1-ada-l/.github/workflows/classroom.yml",
                        text("on: push"),
                        "lab-1-submissions/lab-1-ada-l/" + SERVER,
                        text("x"),
                        "lab-1-submissions/lab-1-ken/.git/HEAD",
                        text("ref: refs/heads/main"),
                        "lab-1-submissions/lab-1-ken/lab/" + SERVER,
                        text("x"))),
                work);

        assertThat(names(intake)).containsExactly("lab-1-ada-l", "lab-1-ken");
        assertThat(opened(intake, 0).file(SERVER)).isPresent();
        assertThat(opened(intake, 1).file(SERVER)).isPresent();
    }

    private Path export(Map<String, byte[]> files) throws IOException {
        return Archives.zip(given.resolve("export.zip"), zip -> {
            for (var file : new LinkedHashMap<>(files).entrySet()) {
                Archives.entry(zip, file.getKey(), file.getValue());
            }
        });
    }

    private byte[] lab(String folder) throws IOException {
        return archive(folder + SERVER);
    }

    private byte[] archive(String name) throws IOException {
        return Files.readAllBytes(Archives.zip(given.resolve("inner.zip"), Map.of(name, "x")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Intake intake) {
        return intake.handedIn().stream().map(HandedIn::name).toList();
    }

    private Submission opened(Intake intake, int student) throws IOException {
        HandedIn handedIn = intake.handedIn().get(student);
        Opened opened = handedIn.open(work.resolve("opened").resolve(handedIn.name()));
        assertThat(opened).isInstanceOf(Opened.Ready.class);
        return ((Opened.Ready) opened).submission();
    }
}
