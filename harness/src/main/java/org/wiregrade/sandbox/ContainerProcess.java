package org.wiregrade.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program in a running container, started by the engine, as a {@link Process}. */
final class ContainerProcess extends Process {
    private static final int UNKNOWN = -1;
    private static final int BUFFER = 1 << 16;

    private final DockerClient client;
    private final String execution;
    private final Runnable kill;
    private final PipedInputStream output = new PipedInputStream(BUFFER);
    private final PipedOutputStream outputEnd = new PipedOutputStream(output);
    private final ExecConnection connection;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /**
     * Starts a program.
     *
     * @param user whom it runs as, in the container
     * @param folder where it starts, in the container
     * @param kill ends all processes of that user in the container
     */
    ContainerProcess(
            DockerClient client, String container, String user, String folder, List<String> command, Runnable kill)
            throws IOException {
        this.client = client;
        this.kill = kill;
        try {
            execution = client.execCreateCmd(container)
                    .withUser(user)
                    .withWorkingDir(folder)
                    .withEnv(List.of("HOME=" + folder, "LC_ALL=C.UTF-8"))
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withCmd(command.toArray(String[]::new))
                    .exec()
                    .getId();
        } catch (DockerException e) {
            throw new IOException("the container engine does not start a program: " + e.getMessage(), e);
        }
        connection = new ExecConnection(execution);
        Thread pump = new Thread(this::pump, "output of a container");
        pump.setDaemon(true);
        pump.start();
    }

    /** Hands on the output until it ends, which is when the last process that has it has ended. */
    private void pump() {
        try (connection;
                outputEnd) {
            byte[] part = connection.next();
            while (part.length > 0) {
                outputEnd.write(part);
                outputEnd.flush();
                part = connection.next();
            }
        } catch (IOException e) {
            // The engine has closed the connection, or nobody reads any more: the program has been ended.
        }
        try {
            Long code = client.inspectExecCmd(execution).exec().getExitCodeLong();
            exit.complete(code == null ? UNKNOWN : code.intValue());
        } catch (RuntimeException e) {
            exit.complete(UNKNOWN);
        }
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return connection.input();
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean waitFor(long time, TimeUnit unit) throws InterruptedException {
        try {
            exit.get(Math.max(0, time), unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int exitValue() {
        if (!exit.isDone()) {
            throw new IllegalThreadStateException("the program is running");
        }
        return exit.join();
    }

    @Override
    public boolean isAlive() {
        return !exit.isDone();
    }

    @Override
    public void destroy() {
        kill.run();
    }
}
