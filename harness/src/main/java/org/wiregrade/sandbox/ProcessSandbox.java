package org.wiregrade.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs as plain processes of the harness's own user: works everywhere, and contains nothing hostile. */
public final class ProcessSandbox implements Sandbox {
    @Override
    public String name() {
        return "process";
    }

    @Override
    public boolean containsHostileCode() {
        return false;
    }

    @Override
    public Cell open() throws IOException {
        return new PlainCell(Files.createTempDirectory("wiregrade-run"));
    }

    private static final class PlainCell implements Cell {
        private final Path scratch;
        private final List<Process> started = new ArrayList<>();

        PlainCell(Path scratch) {
            this.scratch = scratch;
        }

        @Override
        public Process start(Launch launch) throws IOException {
            Launch placed = launch.with(
                            "java",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString())
                    .with("home", launch.home().toString());
            var builder = new ProcessBuilder(placed.command())
                    .directory(scratch.toFile())
                    .redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            String path = environment.get("PATH");
            environment.clear();
            if (path != null) {
                environment.put("PATH", path);
            }
            environment.put("HOME", scratch.toString());
            environment.put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            synchronized (started) {
                started.add(process);
            }
            return process;
        }

        @Override
        public void end(Process program) {
            List<ProcessHandle> tree = Stream.concat(Stream.of(program.toHandle()), program.descendants())
                    .toList();
            tree.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle handle : tree) {
                try {
                    handle.onExit().get(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                    throw new IllegalStateException("process " + handle.pid() + " does not end", e);
                }
            }
        }

        @Override
        public boolean ownsPorts() {
            return false;
        }

        @Override
        public void close() {
            synchronized (started) {
                started.forEach(this::end);
            }
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
