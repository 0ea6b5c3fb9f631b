package org.wiregrade.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that want more than their share, and a right one beside them. */
class CompilerTest {
    private static final String RIGHT = "class Main { String text = \"right\"; }";

    @TempDir
    private Path folder;

    @Test
    void classesThatAreTooLargeAreNotWritten() throws Exception {
        try (var compiler = new Compiler()) {
            Build build = compile(compiler, "bomb", largeConstants(60_000, 40, 60));

            assertThat(build)
                    .isEqualTo(
                            new Build.Rejected("javac was stopped: the classes of this source are larger than 16 MiB"));
            assertThat(bytesBelow(folder.resolve("bomb"))).isLessThan(18L << 20);
            assertThat(compile(compiler, "next", RIGHT)).isInstanceOf(Build.Compiled.class);
        }
    }

    @Test
    void oneMoreClassThanThereIsRoomForIsTooManyHoweverSmall() throws Exception {
        String many =
                IntStream.range(0, 5000).mapToObj(i -> "class C" + i + "{}").collect(Collectors.joining());
        try (var compiler = new Compiler()) {
            assertThat(compile(compiler, "many", many)).isInstanceOf(Build.Rejected.class);
            assertThat(compile(compiler, "fewer", many.substring(0, many.indexOf("class C2000{")) + RIGHT))
                    .isInstanceOf(Build.Compiled.class);
        }
    }

    @Test
    void aSourceThatAloneFillsJavacsMemoryTwiceIsToBlameAndItsNeighboursGoOn() throws Exception {
        try (var compiler = new Compiler()) {
            compile(compiler, "before", RIGHT);
            CompletableFuture<Build> hog = CompletableFuture.supplyAsync(() -> {
                try {
                    return compile(compiler, "hog", largeConstants(60_000, 8000, 1));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (int neighbour = 0; neighbour < 20; neighbour++) {
                assertThat(compile(compiler, "neighbour" + neighbour, RIGHT)).isInstanceOf(Build.Compiled.class);
            }

            assertThat(hog.get(2, TimeUnit.MINUTES))
                    .isEqualTo(new Build.Rejected("javac was ended: for this source 256 MiB of memory are not enough"));
        }
    }

    @Test
    void whatIsNestedTooDeeplyIsToldSo() throws Exception {
        String deep = "class Main { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
        try (var compiler = new Compiler()) {
            assertThat(compile(compiler, "deep", deep))
                    .isEqualTo(
                            new Build.Rejected(
                                    "javac was stopped: something in this source is nested so deeply that its stack overflows"));
        }
    }

    /** Classes each of which has all of some constants of its own. */
    private static String largeConstants(int length, int constants, int classes) {
        String text = "x".repeat(length / 2);
        var source =
                new StringBuilder("interface Large { String X = \"" + text + "\"; String Y = X + \"" + text + "\";\n");
        for (int i = 0; i < constants; i++) {
            source.append("String C").append(i).append(" = \"").append(i).append("\" + Y;\n");
        }
        source.append("}\n");
        String all = IntStream.range(0, constants).mapToObj(i -> "C" + i).collect(Collectors.joining(","));
        for (int i = 0; i < classes; i++) {
            source.append("class U")
                    .append(i)
                    .append(" implements Large { String[] all = {")
                    .append(all)
                    .append("}; }\n");
        }
        return source.toString();
    }

    private Build compile(Compiler compiler, String name, String source) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("classes"));
        Files.writeString(home.resolve("Main.java"), source);
        return compiler.compile(home, List.of("Main.java"));
    }

    private static long bytesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(java.io.File::isFile)
                    .mapToLong(java.io.File::length)
                    .sum();
        }
    }
}
