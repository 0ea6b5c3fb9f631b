package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.jvm.Launch;

class LaunchFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"]}",
                "{\"name\":\"s\",\"command\":[\"{java}\",\"${HOME}\",\"{home}/S.java\",\"{host}:{port}\"]}",
                "{\"name\":\"s\",\"command\":[\"a\"],\"ready\":\"on (?<port>\\\\d+)\"}",
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"],\"ready\":\"(?i)up: (?<port>\\\\d+)( of it)?\"}",
            })
    void whatSaysWhereTheServerListensIsTaken(String json) throws Exception {
        Launch launch = read(json);

        assertThat(launch.name()).isEqualTo("s");
        assertThat(launch.command()).isNotEmpty();
        assertThat(launch.home()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | it is no object in braces",
                "`` | it is no object in braces",
                "{\"name\":\"s\", | is not JSON",
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"]} {} | is not JSON",
                "{\"name\":\"s\",\"name\":\"t\",\"command\":[\"a\",\"{port}\"]} | Duplicate field 'name'",
                "{\"name\":\"s\",\"command\":[\"a\"],\"port\":5000} | there is no field \"port\"",
                "{\"name\":\"s\",\"command\":[\"a\"],\"Ready\":\"x\"} | there is no field \"Ready\"",
                "{\"command\":[\"a\",\"{port}\"]} | the field \"name\" is missing",
                "{\"name\":null,\"command\":[\"a\",\"{port}\"]} | \"name\" is no text: null",
                "{\"name\":7,\"command\":[\"a\",\"{port}\"]} | \"name\" is no text: 7",
                "{\"name\":\" \",\"command\":[\"a\",\"{port}\"]} | \"name\" is blank",
                "{\"name\":\"s\"} | the field \"command\" is missing",
                "{\"name\":\"s\",\"command\":\"a {port}\"} | \"command\" is no list of words",
                "{\"name\":\"s\",\"command\":[]} | \"command\" names no program",
                "{\"name\":\"s\",\"command\":[\"\",\"{port}\"]} | \"command\" names no program",
                "{\"name\":\"s\",\"command\":[\"a\",5000]} | word 2 of \"command\" is no text: 5000",
                "{\"name\":\"s\",\"command\":[\"a\",null]} | word 2 of \"command\" is no text: null",
                "{\"name\":\"s\",\"command\":[\"a\",\"{prot}\"]} | unknown placeholder {prot}",
                "{\"name\":\"s\",\"command\":[\"{sharing}\",\"{port}\"]} | unknown placeholder {sharing}",
                "{\"name\":\"s\",\"command\":[\"a\"]} | nothing says where it listens",
                "{\"name\":\"s\",\"command\":[\"a\"],\"ready\":\"Server started\"} | \"ready\" has no group named port",
                "{\"name\":\"s\",\"command\":[\"a\"],\"ready\":\"\\\\(?<port>\"} | \"ready\" has no group named port",
                "{\"name\":\"s\",\"command\":[\"a\"],\"ready\":\"(\"} | \"ready\" is not a regular expression",
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"],\"ready\":null} | \"ready\" is no text: null",
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"],\"ready\":[]} | \"ready\" is no text: []",
                "{\"name\":\"s\",\"command\":[\"a\",\"{port}\"],\"ready\":\"\"} | \"ready\" is blank",
            })
    void whatIsWrongIsRefusedWithTheFieldsName(String json, String sentence) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("launch.json") + " is not ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("com.fasterxml");
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Path file = folder.resolve("launch.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> LaunchFile.read(file)).hasMessage(file + " is not text in UTF-8");
    }

    private Launch read(String json) throws IOException {
        return LaunchFile.read(Files.writeString(folder.resolve("launch.json"), json));
    }
}
