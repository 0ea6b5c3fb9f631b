package org.wiregrade.labs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Lab.StudentProgram;

class SourceRulesTest {
    private static final StudentProgram SERVER = new StudentProgram("chat server", "chat.ChatServer");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new PrintWriter(\"x.txt\").println()                   | PrintWriter.new",
                "new PrintWriter(\"x.txt\", \"UTF-8\").println()        | PrintWriter.new",
                "new PrintStream(\"x.txt\").println()                   | PrintStream.new",
                "new Formatter(\"x.txt\").format(\"\")                  | Formatter.new",
                "new Scanner(Path.of(\"x.txt\")).nextLine()             | Scanner.new",
                "new java.util.logging.FileHandler(\"x%g\").flush()     | FileHandler.new",
                "new java.util.zip.ZipFile(\"x.zip\").close()           | ZipFile.new",
                "Files.readString(Path.of(\"x.txt\"))                   | Files.readString",
                "new FileWriter(\"x.txt\").close()                      | FileWriter.new"
            })
    void whateverOpensAFileIsNamed(String statement, String used) throws IOException {
        SourceRules rules = rulesFor(statement);

        assertThatThrownBy(rules::forbidWhatNoTaskNeeds)
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining(used);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new PrintWriter(new Socket().getOutputStream(), true).println()",
                "new PrintStream(new Socket().getOutputStream(), true, \"UTF-8\").println()",
                "new PrintWriter(new StringWriter()).println()",
                "new Formatter().format(\"%d\", 1)",
                "new Formatter(new StringBuilder()).format(\"%d\", 1)",
                "new Scanner(new Socket().getInputStream()).nextLine()",
                "new Scanner(\"a text\").nextLine()"
            })
    void whatWritesToSocketsAndTextIsAllowed(String statement) throws IOException {
        SourceRules rules = rulesFor(statement);

        assertThatCode(rules::forbidWhatNoTaskNeeds).doesNotThrowAnyException();
    }

    private SourceRules rulesFor(String statement) throws IOException {
        Path source = Files.writeString(
                folder.resolve("ChatServer.java"),
                "package chat; import java.io.*; import java.net.*; import java.nio.file.*; import java.util.*;"
                        + "class ChatServer { void run() throws Exception { " + statement + "; } }");
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();
        return SourceRules.of(SourceRules.classesIn(folder), SERVER);
    }
}
