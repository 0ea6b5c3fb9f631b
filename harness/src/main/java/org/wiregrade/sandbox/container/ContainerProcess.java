package org.wiregrade.sandbox.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container as a {@link Process}: with its first process all others in it end, and it is removed. */
final class ContainerProcess extends Process {
    private static final Pattern CODE = Pattern.compile("\"StatusCode\"\\s*:\\s*(-?\\d+)");
    private static final int UNKNOWN = -1;
    private static final long LAST_WORDS_MS = 1000;

    private final DockerClient client;
    private final String container;
    private final EngineConnection connection;
    private final InputStream output;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /**
     * Starts a container that has been created.
     *
     * @param errors whether its error output is joined to its output; otherwise it is lost
     */
    ContainerProcess(DockerClient client, String container, boolean errors) throws IOException {
        this.client = client;
        this.container = container;
        connection = EngineConnection.attach(container, errors);
        output = connection.output();
        try {
            EngineConnection ending = EngineConnection.awaitExit(container);
            Thread waiter = new Thread(() -> await(ending), "end of a container");
            waiter.setDaemon(true);
            waiter.start();
            client.startContainerCmd(container).exec();
        } catch (IOException | DockerException e) {
            connection.close();
            throw e;
        }
    }

    String container() {
        return container;
    }

    private void giveUpOutput() {
        try {
            if (isAlive()) {
                connection.close();
            }
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private void await(EngineConnection ending) {
        try (ending) {
            Matcher code = CODE.matcher(ending.rest());
            exit.complete(code.find() ? Integer.parseInt(code.group(1)) : UNKNOWN);
        } catch (IOException | RuntimeException e) {
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

    /**
     * The engine kills the first process from outside, which nothing in the container can prevent.
     *
     * <p>It calls the container ended only when all output has been taken; what nobody takes is given up after a moment.
     */
    @Override
    public void destroy() {
        if (!isAlive()) {
            return;
        }
        CompletableFuture.delayedExecutor(LAST_WORDS_MS, TimeUnit.MILLISECONDS).execute(this::giveUpOutput);
        try {
            client.killContainerCmd(container).exec();
        } catch (DockerException e) {
            // It has ended meanwhile, which each engine says in its own way; whoever needs its end waits for it.
        }
    }
}
