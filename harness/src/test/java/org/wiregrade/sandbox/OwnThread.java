package org.wiregrade.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a test's body on a platform thread of its own, since a thread does not come back from its cell's network. */
public final class OwnThread {
    public interface Body<T> {
        T run() throws Exception;
    }

    private OwnThread() {}

    public static <T> T call(Body<T> body) throws Exception {
        var result = new CompletableFuture<T>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(body.run());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "cell");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionError("the cell's thread did not finish within 60 s", e);
        }
    }
}
