package org.wiregrade.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.regions.Regions;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.submission.Unusable;

/** Whatever stands in a region, the given code runs as it was given, or nothing runs. */
class GivenCodeTest {
    private static final String SERVER = "src/main/java/chat/ChatServer.java";
    private static final String CLIENT = "src/main/java/chat/ChatClient.java";
    private static final String SENDER = "src/main/java/twoflow/ChatSender.java";
    private static final List<String> TWO_FLOW =
            List.of("src/main/java/twoflow/Relay.java", SENDER, "src/main/java/twoflow/VoipSender.java");

    private static final String IMPORTS = "imports";
    private static final String FIELDS = "fields and helper methods";
    private static final String CHAT = "task: chat";

    private static Template template;
    private static Compiler compiler;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        template = Template.in(Path.of("../student-template"));
        compiler = new Compiler();
    }

    @AfterAll
    static void close() {
        compiler.close();
    }

    static Stream<Named<Map<String, String>>> hiding() {
        String whole = classOfTheReference().replace("BACKLOG = 128", "BACKLOG = 127");
        String cut = whole.substring(0, whole.lastIndexOf('}'));
        return Stream.of(
                hostile("javac stops at a control character", IMPORTS, whole + "\n\u001a"),
                hostile("javac stops at an escape of it", IMPORTS, whole + "\n\\u001a"),
                hostile("javac stops at an escape with many letters", IMPORTS, whole + "\n\\uuuuu001A"),
                hostile("an escaped line end ends a comment", IMPORTS, "// \\u000a" + whole + "\\u001a"),
                hostile("a line comment holds the end of a class", FIELDS, "// \\u000a } class Rest { "),
                hostile("an escaped star ends a comment", FIELDS, "/* \\u002a\\u002f } class Rest { /* */"),
                hostile("an escaped backslash before an escape", FIELDS, "/* \\\\u002a/ */ } class Rest {"),
                hostile("a comment is opened by escapes", FIELDS, "\\u002f\\u002a"),
                hostile("a text block is not closed", FIELDS, "String text = \"\"\"\n  {"),
                hostile("an escaped quote ends a string", FIELDS, "String text = \"\\u0022; } class Rest { //\";"),
                hostile("a backslash by escape before a u", FIELDS, "String a = \"\\u005cu0022; } class Rest { //\";"),
                hostile("comments in comments", FIELDS, "/* /* */ } class Rest { /* */"),
                hostile("a class closed early and another opened", FIELDS, "}\nclass Rest {"),
                hostile("given code shut in", CHAT, "} class Rest { void rest() {"),
                hostile("a class before the end", IMPORTS, cut + "\n class Rest {"));
    }

    @ParameterizedTest
    @MethodSource("hiding")
    void whatHidesGivenCodeIsNotRun(Map<String, String> regions) throws IOException {
        assertThat(chat(SERVER, regions)).isNotInstanceOf(Build.Compiled.class);
    }

    @Test
    void aClassInFrontOfTheGivenOneIsToldApartFromIt() throws IOException {
        Build build = chat(SERVER, Map.of(IMPORTS, classOfTheReference().replace("128", "127") + "\n\u001a"));

        assertThat(problem(build).toString())
                .isEqualTo(
                        SERVER + ": something in a student region hides the method run of the given code from javac, "
                                + "so that it would not run");
    }

    static Stream<Named<Map<String, String>>> shadowing() {
        return Stream.of(
                hostile("java.lang.System", FIELDS, SYSTEM),
                hostile("java.lang.System", IMPORTS, SYSTEM.replace("static class", "class")),
                hostile("java.lang.Thread", FIELDS, THREAD),
                hostile("java.lang.Thread", IMPORTS, THREAD.replace("static class", "class")),
                hostile("java.lang.Object", FIELDS, "static class Object {}"),
                hostile(
                        "java.util.Arrays",
                        FIELDS,
                        "static class Arrays { static byte[] copyOf(byte[] b, int n) { return b; } }"),
                hostile("lab.Peer", FIELDS, "static class Peer { static String of(Socket s) { return \"\"; } }"),
                hostile("java.util.ArrayList", FIELDS, "static class ArrayList<T> extends java.util.ArrayList<T> {}"),
                hostile(
                        "java.lang.RuntimeException",
                        FIELDS,
                        "static class RuntimeException extends java.lang.RuntimeException {}"));
    }

    private static final String SYSTEM =
            "static class System { static java.io.PrintStream out; static java.io.InputStream in; }";
    private static final String THREAD =
            "static class Thread extends java.lang.Thread { Thread(Runnable r, String n) { super(r, n); } }";

    @ParameterizedTest
    @MethodSource("shadowing")
    void aClassThatTakesANameFromGivenCodeIsNamed(Map<String, String> regions) throws IOException {
        SourceProblem problem = problem(chat(SERVER, regions));

        assertThat(problem.message())
                .containsPattern("of the given code is (java|lab)\\.\\S+, but with your regions javac takes chat\\.");
        assertThat(problem.hint()).startsWith("Give your class another name than ");
    }

    static Stream<Named<Map<String, String>>> changing() {
        return Stream.of(
                hostile("an object called like a class", FIELDS, """
                        static class Out { java.io.PrintStream out = java.lang.System.out; }
                        static final Out System = new Out();"""),
                hostile("a method that fits better", FIELDS, "void deliver(Socket s, byte... b) {}\nsynchronized"),
                hostile("a word before a given method", FIELDS, "synchronized"));
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whatChangesGivenCodeIsNotRun(Map<String, String> regions) throws IOException {
        assertThat(chat(SERVER, regions)).isNotInstanceOf(Build.Compiled.class);
    }

    @Test
    void aClassLikeAGivenOneDoesNotTakeItsPlace() throws IOException {
        Build build = twoFlow(SENDER, Map.of(IMPORTS, "class Arrivals { }"));

        assertThat(build).isNotInstanceOf(Build.Compiled.class);
        assertThat(problem(twoFlow(
                                SENDER,
                                Map.of(IMPORTS, "class TwoFlowDemo { public static void main(String[] a) {} }")))
                        .message())
                .isEqualTo(
                        "a class in a student region is called twoflow.TwoFlowDemo, like one of the given classes, and "
                                + "would run in its place");
    }

    @Test
    void whatOneProgramDoesToGivenCodeIsNotHeldAgainstAnother() throws IOException {
        Assembly assembly = assembly(
                List.of(SERVER, CLIENT),
                Map.of(
                        CLIENT,
                        Map.of(IMPORTS, "class Thread extends java.lang.Thread { Thread(Runnable r, String n) { } }")));

        assertThat(assembly.build(SERVER)).isInstanceOf(Build.Compiled.class);
        assertThat(problem(assembly.build(CLIENT)).message()).contains("java.lang.Thread", "chat.Thread");
    }

    @Test
    void moreLinesThanAClassFileCanNumberAreRefused() throws IOException {
        assertThat(problem(chat(SERVER, Map.of(IMPORTS, "\n".repeat(70_000)))).message())
                .contains("more than 65535 lines");
    }

    static Stream<Named<Map<String, String>>> unusual() {
        String locals = String.join(
                "\n",
                IntStream.range(0, 400)
                        .mapToObj(i -> "long n" + i + " = data.length + " + i + ";")
                        .toList());
        String statements = String.join(
                "\n",
                IntStream.range(0, 2500)
                        .mapToObj(i -> "text += \"part " + i + "\";")
                        .toList());
        return Stream.of(
                right("lambdas", CHAT, "Runnable a = () -> System.out.println(data.length); a.run();"),
                right(
                        "an anonymous class",
                        CHAT,
                        "new Thread() { @Override public void run() { System.out.println(); } }.start();"),
                right("lambdas before the given ones", FIELDS, "Runnable a = () -> {}; static Runnable b = () -> {};"),
                right(
                        "a local record",
                        CHAT,
                        "record Note(String text, int size) {} System.out.println(new Note(\"\", 1));"),
                right("a nested enum and a switch over it", FIELDS, """
                        enum Kind { TEXT { @Override int n() { return 1; } }, OTHER; int n() { return 0; } }
                        static int of(Kind kind) { return switch (kind) { case TEXT -> 1; case OTHER -> kind.n(); }; }"""),
                right(
                        "generics",
                        FIELDS,
                        "static <T extends Comparable<T>> T most(List<? extends T> all) { return all.get(0); }"),
                right("resources", CHAT, "try (var out = new java.io.ByteArrayOutputStream()) { out.write(data); }"),
                right("overloads of given methods", FIELDS, """
                        void serve(Object anything) {} private void deliver(Socket to, String text) {}
                        static void main(String one) {} void run() {} void onMessage(byte[] data) {}"""),
                right("fields with values", FIELDS, """
                        private final java.util.Map<Socket, String> names = new java.util.HashMap<>();
                        private static final java.util.concurrent.ExecutorService POOL =
                                java.util.concurrent.Executors.newCachedThreadPool();
                        private static final int SIZE = 7; private int count = SIZE * 2;"""),
                right("initialisers", FIELDS, "static { System.out.print(\"\"); } { clients.clear(); }"),
                right("a constructor", FIELDS, "private int n; ChatServer() { n = 5; System.out.print(n); }"),
                right(
                        "constructors that call each other",
                        FIELDS,
                        "int n; ChatServer() { this(5); } ChatServer(int n) { this.n = n; }"),
                right("assertions", CHAT, "assert data.length > 0 : \"empty\";"),
                right("assertions and static fields", FIELDS, """
                        static final Object MINE = new Object(); static void check(int n) { assert n > 0; }
                        static class Inner { void check(int n) { assert n > 0; } }"""),
                right(
                        "text blocks",
                        FIELDS,
                        "static final String TEXT = \"\"\"\n    { not a brace \\\"\"\" /* no comment\n    \"\"\";"),
                right("escapes", FIELDS, "static final String TEXT = \"\\u00e4 \\\\u0022 \\uu0041\"; // \\u00fc"),
                right("an escaped quote in a text block", FIELDS, "String text = \"\"\"\n \\u005c\"\"\" + \"\"\"\n;"),
                right("a backslash by escape in a string", FIELDS, "String a = \"\\u005c\"; } class Rest { //\";"),
                right("many locals", CHAT, locals + " System.out.println(n399);"),
                right(
                        "a long way to jump",
                        CHAT,
                        "String text = \"\"; for (byte b : data) { if (b != 0) {" + statements + "} }"),
                right("a return", CHAT, "if (data.length > 3) { return; } return;"),
                right("no end", CHAT, "while (true) { synchronized (lock) { lock.wait(); } }"),
                right("a failure", CHAT, "throw new IOException(\"none\");"),
                right("interfaces and sealed types", FIELDS, """
                        sealed interface Event permits Come, Gone {} record Come(Socket who) implements Event {}
                        record Gone(Socket who, String why) implements Event { Gone { assert why != null; } }"""),
                right(
                        "methods of Object",
                        FIELDS,
                        "@Override public String toString() { return \"server\"; } @Override public int hashCode() { return 1; }"),
                right(
                        "classes beside the program",
                        IMPORTS,
                        "import java.util.*;\nimport static java.lang.Math.*;\nclass Beside { int n = 3; }\nenum Side { LEFT }"),
                right(
                        "names of given things, as locals",
                        CHAT,
                        "String server = \"\", reason = server; int BUFFER_SIZE = 3; System.out.print(reason + BUFFER_SIZE);"),
                right("annotations", IMPORTS, "@Deprecated"),
                right("switches and labels", CHAT, """
                        out: for (int i = 0; i < 3; i++) { switch (data.length) { case 1: continue out; case 2: break out; default: } }
                        String s = switch (new String(data)) { case "a", "b" -> "x"; default -> { yield "y"; } }; System.out.print(s);"""),
                right(
                        "synchronized and finally",
                        CHAT,
                        "synchronized (lock) { try { return; } finally { System.out.print(1); } }"));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void rightCodeThatDoesUnusualThingsIsRun(Map<String, String> regions) throws IOException {
        assertThat(chat(SERVER, regions)).isInstanceOf(Build.Compiled.class);
    }

    @Test
    void theReferenceAndTheUntouchedTemplateAreRun() throws IOException {
        for (String folder : List.of("../reference", "../student-template")) {
            for (List<String> sources : List.of(List.of(SERVER, CLIENT), TWO_FLOW)) {
                Assembly assembly = Assembly.of(
                        template,
                        Submission.in(Path.of(folder)),
                        sources,
                        List.of(CSVFormat.class),
                        compiler,
                        Files.createTempDirectory(this.folder, "work"));
                for (String source : sources) {
                    assertThat(assembly.build(source)).as(folder + " " + source).isInstanceOf(Build.Compiled.class);
                }
            }
        }
    }

    /** Javac numbers such classes together with the student's, and a step names them by their numbers. */
    @Test
    void noGivenProgramHasClassesWithoutNames() throws IOException {
        for (List<String> sources : List.of(List.of(SERVER, CLIENT), TWO_FLOW)) {
            var build = (Build.Compiled) assembly(sources, Map.of()).build(sources.get(0));
            try (Stream<Path> classes = Files.walk(build.classes())) {
                assertThat(classes.map(file -> file.getFileName().toString()))
                        .contains(sources.get(0).replaceAll(".*/(.*)\\.java", "$1.class"))
                        .noneMatch(name -> name.matches("(Chat(Server|Client|Sender)|Relay|VoipSender).*\\$\\d.*"));
            }
        }
    }

    private static Named<Map<String, String>> hostile(String name, String region, String code) {
        return Named.of(name, Map.of(region, code));
    }

    private static Named<Map<String, String>> right(String name, String region, String code) {
        return Named.of(name, Map.of(region, code));
    }

    private static String classOfTheReference() {
        try {
            String text = Files.readString(Path.of("../reference").resolve(SERVER));
            return text.substring(text.indexOf("public final class")).replaceAll("(?m)^.*STUDENT CODE.*$", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SourceProblem problem(Build build) {
        assertThat(build).isInstanceOf(Build.Altered.class);
        return ((Build.Altered) build).problem();
    }

    private Build chat(String path, Map<String, String> regions) throws IOException {
        return assembly(List.of(SERVER, CLIENT), Map.of(path, regions)).build(path);
    }

    private Build twoFlow(String path, Map<String, String> regions) throws IOException {
        return assembly(TWO_FLOW, Map.of(path, regions)).build(path);
    }

    private Assembly assembly(List<String> sources, Map<String, Map<String, String>> regions) throws IOException {
        Path submission = Files.createTempDirectory(folder, "submission");
        for (String path : sources) {
            Path file = submission.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, filled(path, regions.getOrDefault(path, Map.of())));
        }
        Path work = Files.createTempDirectory(folder, "work");
        return Assembly.of(
                template, new Submission("alice", submission), sources, List.of(CSVFormat.class), compiler, work);
    }

    private static String filled(String path, Map<String, String> regions) {
        try {
            Regions given = Regions.of(path, template.text(path));
            Map<Integer, String> code = new TreeMap<>();
            for (int i = 0; i < given.regions().size(); i++) {
                String mine = regions.get(given.regions().get(i).label());
                if (mine != null) {
                    code.put(i, mine + "\n");
                }
            }
            return given.withRegions(code);
        } catch (Unusable e) {
            throw new IllegalStateException(e);
        }
    }
}
