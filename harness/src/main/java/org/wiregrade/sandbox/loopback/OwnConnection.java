package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** A socket of this process. */
final class OwnConnection implements Connection {
    private static final int BUFFER = 16 << 10;

    /** The system is given no more at a time, since Java copies it. */
    private static final int SLICE = 128 << 10;

    /** For so long a program that is only slow would not leave its full buffer as it is. */
    private static final long UNREAD_NS = 20_000_000_000L;

    private final SocketChannel channel;
    private final Receiver receiver;
    private final int localPort;
    private final boolean canQuickAck;
    private ReadListener reader;
    private SelectionKey key;

    OwnConnection(SocketChannel channel, Receiver receiver) throws IOException {
        this.channel = channel;
        this.receiver = receiver;
        localPort = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        canQuickAck = channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        acknowledgeAtOnce();
    }

    @Override
    public int localPort() {
        return localPort;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.position() < bytes.length) {
                left.limit(Math.min(bytes.length, left.position() + SLICE));
                if (channel.write(left) == 0) {
                    awaitRoom();
                }
            }
        } catch (ClosedByInterruptException e) {
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** Waits until the receiver finds that the system takes more, or until nobody seems to read at the other end. */
    private synchronized void awaitRoom() throws IOException {
        try {
            key.interestOpsOr(SelectionKey.OP_WRITE);
            key.selector().wakeup();
            long end = System.nanoTime() + UNREAD_NS;
            while ((key.interestOps() & SelectionKey.OP_WRITE) != 0) {
                long leftMs = (end - System.nanoTime()) / 1_000_000;
                if (leftMs <= 0) {
                    throw new SocketTimeoutException("nothing of what was sent is read");
                }
                wait(leftMs);
            }
        } catch (CancelledKeyException e) {
            throw new ClosedChannelException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public Read next() throws IOException {
        return read(ByteBuffer.allocate(BUFFER));
    }

    private Read read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        long now = System.nanoTime();
        if (length < 0) {
            return new Read(now, new byte[0]);
        }
        acknowledgeAtOnce();
        byte[] bytes = new byte[length];
        buffer.flip().get(bytes);
        return new Read(now, bytes);
    }

    /** Without it, Nagle's algorithm in the program and our delayed acknowledgement cost 40 ms a message. */
    private void acknowledgeAtOnce() throws IOException {
        if (canQuickAck) {
            channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    @Override
    public void tell(ReadListener listener) throws IOException {
        reader = listener;
        channel.configureBlocking(false);
        receiver.add(this);
    }

    synchronized void register(Selector selector) throws IOException {
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Does what the socket is ready for; called by the receiver, perhaps before {@link #register} has returned. */
    void serve(SelectionKey ready, ByteBuffer buffer) {
        try {
            if (ready.isWritable()) {
                endWaitForRoom(ready);
            }
            if (ready.isReadable()) {
                Read piece = read(buffer);
                if (!reader.came(piece) || piece.isEnd()) {
                    ready.interestOpsAnd(~SelectionKey.OP_READ);
                }
            }
        } catch (IOException e) {
            lose(e);
        } catch (CancelledKeyException e) {
            // Closed by the harness, which has told so.
        }
    }

    private synchronized void endWaitForRoom(SelectionKey ready) {
        ready.interestOpsAnd(~SelectionKey.OP_WRITE);
        notifyAll();
    }

    private void lose(IOException why) {
        stopServing();
        reader.lost(why);
    }

    /** Says that the harness itself can read it no more. */
    void fail(IllegalStateException why) {
        stopServing();
        reader.failed(why);
    }

    /** Nobody waits for room any more, either. */
    private synchronized void stopServing() {
        key.cancel();
        notifyAll();
    }

    @Override
    public void finish() throws IOException {
        try {
            channel.shutdownOutput();
        } catch (ClosedChannelException e) {
            // The program was first.
        }
    }

    @Override
    public void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (reader != null) {
            key.selector().wakeup();
            lose(new ClosedChannelException());
        }
    }
}
