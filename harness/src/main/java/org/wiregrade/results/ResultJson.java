package org.wiregrade.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

    /**
     * Reads a result; one of another schema, or of no schema at all, is an {@link IOException} that says so.
     *
     * <p>So is one whose totals are not the sums of its checks: they are computed, never read, and who wrote others there
     * meant to be believed.
     */
    public static Result read(Path file) throws IOException {
        Result result;
        JsonNode json;
        try {
            json = MAPPER.readTree(Files.readString(file));
            result = MAPPER.treeToValue(json, Result.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a result: " + e.getOriginalMessage(), e);
        }
        if (result == null || !Result.SCHEMA.equals(result.schema())) {
            throw new IOException(
                    file + " has the schema " + (result == null ? null : result.schema()) + ", not " + Result.SCHEMA);
        }
        requireTotal(file, json, "earned", result.earned());
        requireTotal(file, json, "possible", result.possible());
        return result;
    }

    private static void requireTotal(Path file, JsonNode json, String name, int sum) throws IOException {
        JsonNode total = json.get(name);
        if (total != null && !(total.isIntegralNumber() && total.canConvertToInt() && total.intValue() == sum)) {
            throw new IOException(
                    file + " was changed: it says " + name + " " + total + ", and its checks sum to " + sum);
        }
    }

    /** Writes a result so that a reader sees the whole of it or none of it, even after a power cut. */
    public static void write(Result result, Path file) throws IOException {
        writeWhole(file, toJson(result));
    }

    /** Writes a text file whole or not at all. */
    public static void writeWhole(Path file, String text) throws IOException {
        writeWhole(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file whole or not at all. */
    public static void writeWhole(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
