package org.wiregrade.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
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
    private final PipedOutputStream input = new PipedOutputStream();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /**
     * Starts a program.
     *
     * @param user whom it runs as, in the container
     * @param kill ends all processes of that user in the container
     */
    ContainerProcess(DockerClient client, String container, String user, List<String> command, Runnable kill)
            throws IOException {
        this.client = client;
        this.kill = kill;
        try {
            execution = client.execCreateCmd(container)
                    .withUser(user)
                    .withWorkingDir("/tmp")
                    .withEnv(List.of("HOME=/tmp", "LC_ALL=C.UTF-8"))
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withCmd(command.toArray(String[]::new))
                    .exec()
                    .getId();
            client.execStartCmd(execution)
                    .withStdIn(new PipedInputStream(input))
                    .exec(new Frames());
        } catch (DockerException e) {
            throw new IOException("the container engine does not start a program: " + e.getMessage(), e);
        }
    }

    private final class Frames extends ResultCallback.Adapter<Frame> {
        @Override
        public void onNext(Frame frame) {
            try {
                outputEnd.write(frame.getPayload());
                outputEnd.flush();
            } catch (IOException e) {
                // Nobody reads any more: the program has been given up.
            }
        }

        @Override
        public void onError(Throwable failure) {
            finish();
            super.onError(failure);
        }

        @Override
        public void onComplete() {
            finish();
            super.onComplete();
        }

        private void finish() {
            try {
                outputEnd.close();
            } catch (IOException e) {
                // A pipe in memory does not fail to close.
            }
            try {
                Long code = client.inspectExecCmd(execution).exec().getExitCodeLong();
                exit.complete(code == null ? UNKNOWN : code.intValue());
            } catch (RuntimeException e) {
                exit.complete(UNKNOWN);
            }
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
        return input;
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
