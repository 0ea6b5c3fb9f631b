package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers(2);

    @Test
    void whoCannotWriteStopsAll() throws Exception {
        workers.begin("full", () -> {
            throw new IOException("no space left");
        });
        workers.awaitAll();
        var began = new AtomicBoolean();
        workers.begin("late", () -> began.set(true));

        assertThat(workers.stopped()).isTrue();
        assertThat(began).isFalse();
        assertThatThrownBy(workers::requireNoFailure)
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void whoIsInterruptedWhileWritingIsNoFailure() throws Exception {
        var writing = new CountDownLatch(1);
        workers.begin("writing", () -> {
            writing.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new ClosedByInterruptException();
            }
        });
        writing.await();
        workers.stop();
        workers.awaitAll();

        workers.requireNoFailure();
    }

    @Test
    void noMoreThanSoManyAreAtWork() throws Exception {
        var free = new CountDownLatch(1);
        var second = new AtomicBoolean();
        var beside = new AtomicBoolean();
        workers.limit(1);
        workers.begin("first", () -> {
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new ClosedByInterruptException();
            }
            beside.set(second.get());
        });
        free.countDown();
        workers.begin("second", () -> second.set(true));
        workers.awaitAll();

        assertThat(second).isTrue();
        assertThat(beside).isFalse();
        assertThat(workers.atOnce()).isEqualTo(1);
    }
}
