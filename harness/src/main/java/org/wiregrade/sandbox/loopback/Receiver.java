package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that reads all the connections of a loopback: a message to a crowd wakes it once, where a thread for each
 * would be woken one by one.
 *
 * <p>It ends with the last connection, because a thread keeps the network in which it was started.
 */
final class Receiver {
    private static final int BUFFER = 16 << 10;

    /** Open while the thread runs; else null. */
    private Selector selector;

    private volatile long pauseNs;

    void readEvery(long ns) {
        pauseNs = ns;
    }

    /** Reads a connection from now on, until it is closed. */
    synchronized void add(OwnConnection connection) throws IOException {
        if (selector == null) {
            selector = Selector.open();
            Selector opened = selector;
            Thread thread = new Thread(() -> run(opened), "receiver");
            thread.setDaemon(true);
            thread.start();
        }
        connection.register(selector);
        selector.wakeup();
    }

    private void run(Selector opened) {
        try (opened) {
            serve(opened);
        } catch (IOException e) {
            // All that were read are closed already.
        }
    }

    private void serve(Selector opened) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (anybodyIsLeft(opened)) {
                opened.select(key -> ((OwnConnection) key.attachment()).serve(key, buffer));
                LockSupport.parkNanos(pauseNs);
            }
        } catch (IOException | RuntimeException | Error e) {
            String why = "connections cannot be read any more: " + e;
            for (SelectionKey key : giveUp(opened)) {
                ((OwnConnection) key.attachment()).fail(new IllegalStateException(why, e));
            }
        }
    }

    /** Asks the keys themselves: a closing may have woken the selector in vain, while it was awake for another reason. */
    private synchronized boolean anybodyIsLeft(Selector opened) {
        for (SelectionKey key : opened.keys()) {
            if (key.isValid()) {
                return true;
            }
        }
        selector = null;
        return false;
    }

    private synchronized List<SelectionKey> giveUp(Selector opened) {
        selector = null;
        return List.copyOf(opened.keys());
    }
}
