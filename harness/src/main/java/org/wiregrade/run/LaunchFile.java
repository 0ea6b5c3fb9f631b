package org.wiregrade.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wiregrade.sandbox.Launch;

/**
 * The file that says how servers of another make are started: {@code {"name": …, "command": […], "ready": …}}.
 *
 * @param name what messages call the program
 * @param command its command line, with the placeholders of {@link Launch}
 * @param ready a regular expression for the line that announces it, with a group {@code port}; may be absent, then it is
 *     ready when it listens on the port that it was given
 */
public record LaunchFile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<String> command,
        String ready) {
    /** Reads such a file; anything else is an {@link IOException} that says what is wrong with it. */
    public static Launch read(Path file) throws IOException {
        try {
            LaunchFile launch = new JsonMapper().readValue(Files.readString(file), LaunchFile.class);
            Pattern ready = launch.ready == null ? null : Pattern.compile(launch.ready);
            return new Launch(launch.name, launch.command, file.toAbsolutePath().getParent(), ready);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a launch description: " + e.getOriginalMessage(), e);
        } catch (PatternSyntaxException e) {
            throw new IOException(file + ": \"ready\" is not a regular expression: " + e.getDescription(), e);
        }
    }
}
