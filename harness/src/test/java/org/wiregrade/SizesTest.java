package org.wiregrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What can be read on two screens: no type is longer than 200 lines, and no method than 35. */
class SizesTest {
    private static final int LONGEST_TYPE = 200;
    private static final int LONGEST_METHOD = 35;
    private static final int FEWEST_TYPES = 300;

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../reference/src/main/java"),
            Path.of("../student-template/src/main/java"),
            Path.of("../echo-template/src/main/java"));

    @Test
    void typesAndMethodsCanBeReadAtOnce() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> all = Files.walk(sources)) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var sizes = new Sizes(Trees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                sizes.scan(unit, unit);
            }

            assertThat(sizes.types).isGreaterThan(FEWEST_TYPES);
            assertThat(sizes.tooLong).isEmpty();
        }
    }

    private static final class Sizes extends TreeScanner<Void, CompilationUnitTree> {
        private final Trees trees;
        private final List<String> tooLong = new ArrayList<>();
        private int types;

        Sizes(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            types++;
            require(type, type.getSimpleName().toString(), LONGEST_TYPE, unit);
            return super.visitClass(type, unit);
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            require(method, method.getName() + "()", LONGEST_METHOD, unit);
            return super.visitMethod(method, unit);
        }

        private void require(Tree tree, String name, int longest, CompilationUnitTree unit) {
            long first = line(trees.getSourcePositions().getStartPosition(unit, tree), unit);
            long lines = line(trees.getSourcePositions().getEndPosition(unit, tree), unit) - first + 1;
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            if (lines > longest) {
                tooLong.add(file + ":" + first + ": " + name + " has " + lines + " lines, " + longest + " at most");
            }
        }

        private static long line(long position, CompilationUnitTree unit) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
