package org.wiregrade.build.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with a list that has a lock, run as such a copy. */
class ProbesTest {
    private static final Probes PROBES = new Probes("talk.Talk", Set.of("main"));

    @TempDir
    private Path folder;

    /** What a program prints whose method {@code use} has this body. */
    private Path compiled(String body) throws IOException {
        Path source = folder.resolve("Talk.java");
        Files.writeString(source, """
                package talk;

                import java.util.ArrayList;
                import java.util.List;

                public class Talk {
                    private static final int CONSTANT = 7;
                    private final List<String> names = new ArrayList<>();
                    private final Object lock = new Object();
                    private final StringBuilder own = new StringBuilder();

                    public static void main(String[] args) throws Exception {
                        Talk talk = new Talk();
                        synchronized (talk.lock) {
                            talk.names.add("a");
                        }
                        talk.use();
                        System.out.println("done " + talk.names.size());
                    }

                    private void use() throws Exception {
                        %s
                    }
                }
                """.formatted(body));
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("lib"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", home.resolve("classes").toString(), source.toString());
        assertThat(result).isZero();
        return home;
    }

    private static List<String> run(Path home) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        home.resolve("classes").toString(),
                        "talk.Talk")
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.lines().filter(line -> !line.isEmpty()).toList();
    }

    private List<String> guarded(String body) throws Exception {
        return run(PROBES.withGuardedList(compiled(body), "names", "lock"));
    }

    @Test
    void goingThroughTheListWithoutItsLockIsTold() throws Exception {
        assertThat(guarded("for (String name : names) { name.length(); }"))
                .containsExactly(GuardedList.TAG + "22", "done 1");
    }

    @Test
    void soIsCopyingItAndAskingForOneOfIt() throws Exception {
        assertThat(guarded("List.copyOf(names);")).contains(GuardedList.TAG + "22");
        assertThat(guarded("new ArrayList<>(names).size();")).contains(GuardedList.TAG + "22");
        assertThat(guarded("for (int i = 0; i < names.size(); i++) { names.get(i); }"))
                .contains(GuardedList.TAG + "22");
        assertThat(guarded("names.stream().count();")).contains(GuardedList.TAG + "22");
        assertThat(guarded("synchronized (names) { names.forEach(name -> { }); }"))
                .contains(GuardedList.TAG + "22");
    }

    @Test
    void whoHoldsTheLockMayDoAll() throws Exception {
        assertThat(guarded("synchronized (lock) { for (String name : names) { name.length(); } List.copyOf(names); }"))
                .containsExactly("done 1");
    }

    @Test
    void soMayAThreadForWhichAnotherHoldsIt() throws Exception {
        assertThat(guarded("Thread other = new Thread(() -> names.forEach(name -> { }));"
                        + " synchronized (lock) { other.start(); other.join(); }"))
                .containsExactly("done 1");
        assertThat(guarded("synchronized (lock) { names.parallelStream().forEach(name -> { }); }"))
                .containsExactly("done 1");
    }

    @Test
    void howManyThereAreMayBeAskedAtAnyTime() throws Exception {
        assertThat(guarded("if (names.isEmpty() || names.size() == 0) { throw new Exception(); }"))
                .containsExactly("done 1");
    }

    @Test
    void pausesChangeNothing() throws Exception {
        Path home = compiled("for (int i = 0; i < 1000; i++) { own.append(i % 10); } names.add(own.toString());");

        assertThat(run(PROBES.withNoise(home))).containsExactly("done 2");
        assertThat(PROBES.fields(home)).containsExactly("lock", "names", "own");
    }
}
