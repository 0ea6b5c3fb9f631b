package org.wiregrade.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** {@code result.json}: the border between running and grading. */
public final class ResultJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ResultJson() {}

    public static String toJson(Result result) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a result; one of another schema, or of no schema at all, is an {@link IOException} that says so. */
    public static Result read(Path file) throws IOException {
        Result result;
        try {
            result = MAPPER.readValue(Files.readString(file), Result.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a result: " + e.getOriginalMessage(), e);
        }
        if (!Result.SCHEMA.equals(result.schema())) {
            throw new IOException(file + " has the schema " + result.schema() + ", not " + Result.SCHEMA);
        }
        return result;
    }

    /** Writes a result so that a reader sees the whole of it or none of it, even after a power cut. */
    public static void write(Result result, Path file) throws IOException {
        writeWhole(file, toJson(result));
    }

    /** Writes a text file whole or not at all. */
    public static void writeWhole(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
