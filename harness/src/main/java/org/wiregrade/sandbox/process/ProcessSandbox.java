package org.wiregrade.sandbox.process;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wiregrade.jvm.JavaHome;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.Scratch;
import org.wiregrade.sandbox.kernel.Endings;
import org.wiregrade.sandbox.loopback.Loopback;
import org.wiregrade.sandbox.loopback.OwnLoopback;

/** Runs programs as plain processes of the harness's own user: works everywhere, and contains nothing hostile. */
public final class ProcessSandbox implements Sandbox {
    /** Without the second no socket opens on Windows. */
    private static final Set<String> KEPT = Set.of("PATH", "SystemRoot");

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
        return new PlainCell(new Scratch());
    }

    private static final class PlainCell implements Cell {
        private final Scratch scratch;
        private final Map<Process, String> marks = new LinkedHashMap<>();

        PlainCell(Scratch scratch) {
            this.scratch = scratch;
        }

        @Override
        public Process start(Launch launch) throws IOException {
            var builder = new ProcessBuilder(Leash.on(launch.commandForOwnJava(
                            JavaHome.launcher(), launch.home().toString())))
                    .directory(scratch.folder().toFile())
                    .redirectErrorStream(true);
            String mark = Strays.MARK + "=" + UUID.randomUUID();
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(KEPT);
            environment.put("HOME", scratch.folder().toString());
            environment.put("LC_ALL", "C.UTF-8");
            environment.putAll(launch.environment());
            environment.put(Strays.MARK, mark.substring(Strays.MARK.length() + 1));
            Process process = started(builder, mark);
            synchronized (marks) {
                marks.put(process, mark);
            }
            return process;
        }

        /** Where Java gets no thread to watch a process with, it has started one all the same, and knows it no more. */
        private static Process started(ProcessBuilder builder, String mark) throws IOException {
            try {
                return builder.start();
            } catch (Error e) {
                Strays.end(mark);
                throw e;
            }
        }

        @Override
        public void end(Process program) {
            String mark;
            synchronized (marks) {
                mark = marks.get(program);
            }
            Endings.endTreeOf(program);
            Strays.end(mark);
        }

        @Override
        public Loopback loopback() {
            return new OwnLoopback();
        }

        @Override
        public boolean ownsPorts() {
            return false;
        }

        @Override
        public void close() {
            List<Process> programs;
            synchronized (marks) {
                programs = List.copyOf(marks.keySet());
            }
            try (scratch) {
                endAll(programs);
            }
        }

        /** Each, also where one does not end. */
        private void endAll(List<Process> programs) {
            IllegalStateException failure = null;
            for (Process program : programs) {
                try {
                    end(program);
                } catch (RuntimeException | Error e) {
                    failure = new IllegalStateException("a program does not end: " + e.getMessage(), e);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
