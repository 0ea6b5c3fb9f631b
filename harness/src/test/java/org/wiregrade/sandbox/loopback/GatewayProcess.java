package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gateway as a process of its own, with no classes but those that it is given in a container. */
record GatewayProcess(Process process, RemoteLoopback loopback) implements AutoCloseable {
    /** Starts one; the folder is for its classes. */
    static GatewayProcess start(Path classes) throws IOException {
        for (Class<?> type : RemoteLoopback.classes()) {
            String name = type.getName().replace('.', '/') + ".class";
            Files.createDirectories(classes.resolve(name).getParent());
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                Files.copy(bytes, classes.resolve(name));
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        RemoteLoopback.mainClass())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new GatewayProcess(process, new RemoteLoopback(process.getInputStream(), process.getOutputStream()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
