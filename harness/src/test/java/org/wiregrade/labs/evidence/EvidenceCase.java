package org.wiregrade.labs.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Evidence that a script made: a folder's name, and the files in it. */
public final class EvidenceCase {
    private final String name;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public EvidenceCase(String name) {
        this.name = name;
    }

    public EvidenceCase file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public EvidenceCase file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    boolean isAsIn(Path folder) {
        return files.entrySet().stream()
                .allMatch(file -> isSame(folder.resolve(name).resolve(file.getKey()), file.getValue()));
    }

    private static boolean isSame(Path path, byte[] content) {
        try {
            return Files.exists(path) && java.util.Arrays.equals(Files.readAllBytes(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
