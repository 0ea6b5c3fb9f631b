package org.wiregrade.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wiregrade.jvm.Launch;
import org.wiregrade.jvm.PlainJava;

/**
 * The file that says how servers of another make are started: {@code {"name": …, "command": […], "ready": …}}.
 *
 * <p>{@code name} is what messages call the program; {@code command} its command line, with the placeholders of {@link
 * Launch}; {@code ready} a regular expression for the line that announces it, with a group {@code port}. Without that it is
 * ready when it listens on the port that it was given.
 */
public final class LaunchFile {
    private static final Set<String> FIELDS = Set.of("name", "command", "ready");
    private static final Set<String> PLACEHOLDERS = Set.of("java", "home", "host", "port");

    /** A word in braces, but not the variable of a shell. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{(\\w+)\\}");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode fields;

    private LaunchFile(Path file, JsonNode fields) {
        this.file = file;
        this.fields = fields;
    }

    /** Reads such a file; one with anything wrong in it is an {@link IOException} that says in which field, and what. */
    public static Launch read(Path file) throws IOException {
        try {
            return new LaunchFile(file, STRICT.readTree(Files.readString(file))).launch();
        } catch (MismatchedInputException e) {
            throw new IOException(file + " is not JSON: there is more behind its end", e);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + (e.getLocation() == null
                                    ? ""
                                    : " (line " + e.getLocation().getLineNr() + ")"),
                    e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8", e);
        }
    }

    private Launch launch() throws IOException {
        if (!fields.isObject()) {
            throw wrong("it is no object in braces, such as {\"name\": \"chat server\", \"command\": [\"python3\","
                    + " \"{home}/server.py\", \"{port}\"]}");
        }
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw wrong("there is no field \"" + name + "\", only \"name\", \"command\" and \"ready\"");
            }
        }
        String name = text("name", field("name"));
        List<String> command = command();
        Pattern ready = fields.has("ready") ? ready() : null;
        if (ready == null && command.stream().noneMatch(word -> word.contains("{port}"))) {
            throw wrong("nothing says where it listens: \"command\" has no {port}, and there is no \"ready\" for a"
                    + " line that announces the port");
        }
        return new Launch(
                name, command, file.toAbsolutePath().getParent(), ready, Optional.empty(), PlainJava.environment());
    }

    private List<String> command() throws IOException {
        JsonNode words = field("command");
        if (!words.isArray()) {
            throw wrong("\"command\" is no list of words, such as [\"python3\", \"{home}/server.py\", \"{port}\"]");
        }
        List<String> command = new ArrayList<>();
        for (JsonNode word : words) {
            if (!word.isTextual()) {
                throw wrong("word " + (command.size() + 1) + " of \"command\" is no text: " + word);
            }
            requireKnown(word.textValue());
            command.add(word.textValue());
        }
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw wrong("\"command\" names no program: its first word is missing or blank");
        }
        return command;
    }

    private void requireKnown(String word) throws IOException {
        for (Matcher found = PLACEHOLDER.matcher(word); found.find(); ) {
            if (!PLACEHOLDERS.contains(found.group(1))) {
                throw wrong("\"command\" has the unknown placeholder " + found.group()
                        + "; there are {java}, {home}, {host} and {port}");
            }
        }
    }

    private Pattern ready() throws IOException {
        String expression = text("ready", field("ready"));
        try {
            Pattern ready = Pattern.compile(expression);
            if (!hasPort(expression)) {
                throw wrong("\"ready\" has no group named port, such as in: listening on port (?<port>\\d+)");
            }
            return ready;
        } catch (PatternSyntaxException e) {
            throw wrong("\"ready\" is not a regular expression: " + e.getDescription());
        }
    }

    /** An expression that has the name already cannot have it once more. */
    private static boolean hasPort(String expression) {
        try {
            return Pattern.compile("(?<port>)|" + expression) == null;
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private JsonNode field(String name) throws IOException {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw wrong("the field \"" + name + "\" is missing");
        }
        return value;
    }

    private String text(String name, JsonNode value) throws IOException {
        if (!value.isTextual()) {
            throw wrong("\"" + name + "\" is no text: " + value);
        }
        if (value.textValue().isBlank()) {
            throw wrong("\"" + name + "\" is blank");
        }
        return value.textValue();
    }

    private IOException wrong(String what) {
        return new IOException(file + " is not a launch description: " + what);
    }
}
