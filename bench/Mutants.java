import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes wrong programs from a right one, each by one small change within its marked regions: {@code java Mutants.java SOLVED
 * PACKAGE LIBRARIES DEST}.
 *
 * <p>SOLVED is a submission's folder, LIBRARIES has the jars that it may use. Of each change that javac accepts DEST/changed gets a folder, named after file, line and kind of
 * change, with the changed file alone, at its place below SOLVED; and DEST/mutants.tsv gets a row: name, what was there, what is.
 */
public final class Mutants {
    private static final Pattern REGION =
            Pattern.compile(">>> STUDENT CODE STARTS HERE.*?<<< STUDENT CODE ENDS HERE", Pattern.DOTALL);
    private static final Map<Tree.Kind, String> MOVED = Map.of(
            Tree.Kind.LESS_THAN, "<=",
            Tree.Kind.LESS_THAN_EQUAL, "<",
            Tree.Kind.GREATER_THAN, ">=",
            Tree.Kind.GREATER_THAN_EQUAL, ">",
            Tree.Kind.EQUAL_TO, "!=",
            Tree.Kind.NOT_EQUAL_TO, "==",
            Tree.Kind.PLUS, "-",
            Tree.Kind.MINUS, "+",
            Tree.Kind.CONDITIONAL_AND, "||",
            Tree.Kind.CONDITIONAL_OR, "&&");

    /** More than any lab calls "at once". */
    private static final int DELAY_MS = 1500;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path solved;
    private final Path destination;
    private final List<Path> sources;
    private final String classPath;
    private final Path classes;
    private final Path discarded;
    private final Map<String, String> rows = new TreeMap<>();

    private record Change(String kind, long start, long end, String text) {}

    private Mutants(Path solved, String wanted, Path libraries, Path destination) throws IOException {
        this.solved = solved;
        this.destination = destination;
        classes = Files.createDirectories(destination.resolve("classes"));
        try (Stream<Path> jars = Files.list(libraries)) {
            classPath = Stream.concat(Stream.of(classes), jars)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        discarded = Files.createDirectories(destination.resolve("discarded"));
        try (Stream<Path> all = Files.walk(solved.resolve("src/main/java"))) {
            sources = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        compileAll();
        for (Path source : sources) {
            if (source.getParent().getFileName().toString().equals(wanted)) {
                mutate(source);
            }
        }
        List<String> lines = new ArrayList<>();
        rows.forEach((name, what) -> lines.add(name + "\t" + what));
        Files.write(destination.resolve("mutants.tsv"), lines);
    }

    public static void main(String[] arguments) throws IOException {
        new Mutants(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]), Files.createDirectories(Path.of(arguments[3])));
    }

    private void mutate(Path source) throws IOException {
        String text = Files.readString(source);
        for (Change change : changes(source, text)) {
            String mutant = text.substring(0, (int) change.start) + change.text + text.substring((int) change.end);
            if (compiles(source, mutant)) {
                write(source, text, change, mutant);
            }
        }
    }

    private void write(Path source, String text, Change change, String mutant) throws IOException {
        long line = text.substring(0, (int) change.start).lines().count();
        String stem = source.getFileName().toString().replace(".java", "") + "-" + line + "-" + change.kind;
        String name = stem;
        for (int number = 2; rows.containsKey(name); number++) {
            name = stem + "-" + number;
        }
        Path file = destination.resolve("changed").resolve(name).resolve(solved.relativize(source));
        Files.createDirectories(file.getParent());
        Files.writeString(file, mutant);
        rows.put(name, oneLine(text.substring((int) change.start, (int) change.end)) + "\t" + oneLine(change.text));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private List<Change> changes(Path source, String text) throws IOException {
        List<long[]> regions = new ArrayList<>();
        Matcher matcher = REGION.matcher(text);
        while (matcher.find()) {
            regions.add(new long[] {matcher.start(), matcher.end()});
        }
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) COMPILER.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
            CompilationUnitTree unit = task.parse().iterator().next();
            var finder = new Finder(unit, text, Trees.instance(task).getSourcePositions());
            finder.scan(new TreePath(unit), null);
            return finder.changes.stream()
                    .filter(change -> regions.stream().anyMatch(r -> r[0] <= change.start && change.end <= r[1]))
                    .toList();
        }
    }

    /** The whole program once, so that each change is one file to compile. */
    private void compileAll() throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            if (!COMPILER.getTask(null, files, null, options(classes), null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IOException(solved + " does not compile");
            }
        }
    }

    private List<String> options(Path output) {
        return List.of("-d", output.toString(), "-proc:none", "-implicit:none", "-cp", classPath);
    }

    private boolean compiles(Path changed, String text) throws IOException {
        var file = new SimpleJavaFileObject(changed.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        return COMPILER.getTask(null, null, problem -> {}, options(discarded), null, List.of(file)).call();
    }

    /** Finds what could be otherwise. */
    private static final class Finder extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final String text;
        private final SourcePositions positions;
        private final List<Change> changes = new ArrayList<>();

        private Finder(CompilationUnitTree unit, String text, SourcePositions positions) {
            this.unit = unit;
            this.text = text;
            this.positions = positions;
        }

        private long start(Tree tree) {
            return positions.getStartPosition(unit, tree);
        }

        private long end(Tree tree) {
            return positions.getEndPosition(unit, tree);
        }

        private String text(Tree tree) {
            return text.substring((int) start(tree), (int) end(tree));
        }

        private void change(String kind, Tree tree, String other) {
            if (end(tree) > start(tree)) {
                changes.add(new Change(kind, start(tree), end(tree), other));
            }
        }

        private void negate(ExpressionTree condition) {
            if (condition != null) {
                change("negated", condition, condition instanceof ParenthesizedTree inner
                        ? "(!(" + text(inner.getExpression()) + "))" : "!(" + text(condition) + ")");
            }
        }

        private void remove(Tree statement) {
            change("removed", statement, ";");
        }

        private void swap(List<? extends ExpressionTree> arguments) {
            for (int i = 0; i + 1 < arguments.size(); i++) {
                Tree first = arguments.get(i);
                Tree second = arguments.get(i + 1);
                changes.add(new Change("swapped", start(first), end(second), text(second) + ", " + text(first)));
            }
        }

        @Override
        public Void visitBlock(BlockTree node, Void none) {
            List<? extends StatementTree> all = node.getStatements();
            for (int i = 0; i + 1 < all.size(); i++) {
                Tree first = all.get(i);
                Tree second = all.get(i + 1);
                changes.add(new Change("exchanged", start(first), end(second), text(second) + "\n" + text(first)));
            }
            return super.visitBlock(node, none);
        }

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree node, Void none) {
            remove(node);
            change("doubled", node, text(node) + text(node));
            change("delayed", node, "Thread.sleep(" + DELAY_MS + "); " + text(node));
            return super.visitExpressionStatement(node, none);
        }

        @Override
        public Void visitBreak(BreakTree node, Void none) {
            remove(node);
            return super.visitBreak(node, none);
        }

        @Override
        public Void visitContinue(ContinueTree node, Void none) {
            remove(node);
            return super.visitContinue(node, none);
        }

        @Override
        public Void visitReturn(ReturnTree node, Void none) {
            remove(node);
            return super.visitReturn(node, none);
        }

        @Override
        public Void visitThrow(ThrowTree node, Void none) {
            remove(node);
            return super.visitThrow(node, none);
        }

        @Override
        public Void visitIf(IfTree node, Void none) {
            remove(node);
            negate(node.getCondition());
            return super.visitIf(node, none);
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree node, Void none) {
            negate(node.getCondition());
            change("once", node, "if " + text(node.getCondition()) + text(node.getStatement()));
            return super.visitWhileLoop(node, none);
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree node, Void none) {
            negate(node.getCondition());
            return super.visitDoWhileLoop(node, none);
        }

        @Override
        public Void visitForLoop(ForLoopTree node, Void none) {
            negate(node.getCondition());
            return super.visitForLoop(node, none);
        }

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree node, Void none) {
            negate(node.getCondition());
            return super.visitConditionalExpression(node, none);
        }

        @Override
        public Void visitSynchronized(SynchronizedTree node, Void none) {
            change("unlocked", node, text(node.getBlock()));
            return super.visitSynchronized(node, none);
        }

        @Override
        public Void visitTry(TryTree node, Void none) {
            if (node.getFinallyBlock() != null) {
                change("removed", node.getFinallyBlock(), "{}");
            }
            if (node.getResources().isEmpty()) {
                change("uncaught", node, text(node.getBlock()));
            }
            return super.visitTry(node, none);
        }

        @Override
        public Void visitBinary(BinaryTree node, Void none) {
            String other = MOVED.get(node.getKind());
            if (other != null) {
                change("moved", node, text(node.getLeftOperand()) + " " + other + " " + text(node.getRightOperand()));
            }
            if (node.getKind() == Tree.Kind.PLUS) {
                change("left-out", node, text(node.getLeftOperand()));
            }
            return super.visitBinary(node, none);
        }

        @Override
        public Void visitUnary(UnaryTree node, Void none) {
            if (node.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
                change("negated", node, text(node.getExpression()));
            }
            return super.visitUnary(node, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void none) {
            swap(node.getArguments());
            return super.visitMethodInvocation(node, none);
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void none) {
            swap(node.getArguments());
            return super.visitNewClass(node, none);
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void none) {
            switch (node.getKind()) {
                case INT_LITERAL, LONG_LITERAL -> {
                    change("constant", node, "(" + text(node) + " + 1)");
                    change("constant", node, "(" + text(node) + " - 1)");
                    change("constant", node, "(" + text(node) + " * 2)");
                }
                case BOOLEAN_LITERAL -> change("constant", node, String.valueOf(!(boolean) node.getValue()));
                case STRING_LITERAL -> {
                    change("constant", node, "\"\"");
                    change("constant", node, text(node) + " + \" \"");
                }
                case CHAR_LITERAL -> change("constant", node, "'#'");
                default -> {
                }
            }
            return super.visitLiteral(node, none);
        }
    }
}
