package org.wiregrade.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/** A region with given code before it, behind it and around it in the same method. */
class RegionInGivenMethodTest {
    private static final String PATH = "src/main/java/trial/Trial.java";
    private static final String PROGRAM = """
            package trial;

            // >>> STUDENT CODE STARTS HERE (imports)
            // <<< STUDENT CODE ENDS HERE

            public class Trial {
                private int before = Integer.parseInt("1");
                private static final Object LOCK = new Object();

                // >>> STUDENT CODE STARTS HERE (fields and helper methods)
                // <<< STUDENT CODE ENDS HERE

                private final String after = String.valueOf(before);

                public Trial(int start) {
                    before += start;
                }

                int count(java.util.List<String> words) throws Exception {
                    int sum = before;
                    String last = after;
                    for (String word : words) {
                        sum += word.length();
                        synchronized (LOCK) {
                            try {
                                // >>> STUDENT CODE STARTS HERE (task: count)
                                // <<< STUDENT CODE ENDS HERE
                            } finally {
                                System.out.println(last + sum);
                            }
                        }
                        last = word;
                    }
                    Runnable shown = () -> System.out.println(words);
                    shown.run();
                    return sum > 3 ? sum : 3;
                }

                static Runnable later(int times) {
                    return () -> {
                        System.out.println("begins");
                        // >>> STUDENT CODE STARTS HERE (task: later)
                        // <<< STUDENT CODE ENDS HERE
                        System.out.println("ends" + times);
                    };
                }
            }
            """;

    @TempDir
    private Path folder;

    static List<String> manyStatements() {
        return List.of(
                String.join(
                        "\n",
                        IntStream.range(0, 300)
                                .mapToObj(i -> "long n" + i + " = " + i + ";")
                                .toList()),
                String.join(
                        "\n",
                        IntStream.range(0, 1_800)
                                .mapToObj(i -> "System.out.println(\"number " + i + "\" + before);")
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (before > 2) { return; }",
                "int mine = 3; double other = mine * 2.0; System.out.println(other);",
                "Runnable own = () -> System.out.println(1); own.run();",
                "new Object() { void run() { System.out.println(2); } }.run();",
                "for (int i = 0; i < 3; i++) { if (i == 2) { continue; } System.out.println(i); }",
                "try { Thread.sleep(1); } catch (InterruptedException e) { throw new IllegalStateException(e); }",
                "assert before > 0;",
                "synchronized (LOCK) { System.out.println(3); }"
            })
    @MethodSource("manyStatements")
    void whatStandsInARegionMayBeAnything(String code) throws IOException {
        String counting = code.replace("return;", "return sum;");
        String later = code.replace("before", "times");

        assertThat(built(PROGRAM.replaceAll("(?m)^.*STARTS HERE \\(task: count.*$", "$0\n" + quoted(counting))))
                .isInstanceOf(Build.Compiled.class);
        assertThat(built(PROGRAM.replaceAll("(?m)^.*STARTS HERE \\(task: later.*$", "$0\n" + quoted(later))))
                .isInstanceOf(Build.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private int n = 3; private static final java.util.List<String> ALL = new java.util.ArrayList<>();",
                "{ before = 7; } static { System.out.println(LOCK); }",
                "Trial() { this(3); } Trial(String text) { before = text.length(); }",
                "static void check(int n) { assert n > 0; } Runnable own = () -> {};"
            })
    void fieldsAndConstructorsMayStandBesideGivenOnes(String code) throws IOException {
        assertThat(built(PROGRAM.replaceAll("(?m)^.*STARTS HERE \\(fields.*$", "$0\n" + quoted(code))))
                .isInstanceOf(Build.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static class System { static java.io.PrintStream out = java.lang.System.out; }",
                "static class Integer { static int parseInt(Object text) { return 9; } }",
                "static class String { static java.lang.String valueOf(int n) { return null; } }",
                "static class Object {}"
            })
    void namesInTheGivenPartsStayWhatTheyWere(String code) throws IOException {
        assertThat(built(PROGRAM.replaceAll("(?m)^.*STARTS HERE \\(fields.*$", "$0\n" + quoted(code))))
                .isNotInstanceOf(Build.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The field's first value, the rest of the method, the lambda's: each behind what hides it from javac.
                "BACK private String after = \"\"; Trial(int n) {} int count(java.util.List<String> w) { return 3; } "
                        + "static Runnable later(int t) { return null; } } STOP",
                "BACK private final String after = String.valueOf(before); public Trial(int start) { before += start; } "
                        + "int count(java.util.List<String> w) { return 3; } static Runnable later(int t) { return null; } } STOP"
            })
    void whatHidesTheGivenPartsIsNotRun(String code) throws IOException {
        String hiding = code.replace("BACK", "").replace("STOP", "\u001a");

        assertThat(built(PROGRAM.replaceAll("(?m)^.*STARTS HERE \\(fields.*$", "$0\n// \\\\u000a" + quoted(hiding))))
                .isNotInstanceOf(Build.Compiled.class);
    }

    private static String quoted(String code) {
        return java.util.regex.Matcher.quoteReplacement(code);
    }

    private Build built(String program) throws IOException {
        Path submission = write("submission", program);
        Template template = Template.in(write("template", PROGRAM));
        try (var compiler = new Compiler()) {
            return Assembly.of(
                            template,
                            new Submission("alice", submission),
                            List.of(PATH),
                            List.of(CSVFormat.class),
                            compiler,
                            Files.createTempDirectory(folder, "work"))
                    .build(PATH);
        }
    }

    private Path write(String name, String program) throws IOException {
        Path home = Files.createTempDirectory(folder, name);
        Path file = home.resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, program);
        return home;
    }
}
