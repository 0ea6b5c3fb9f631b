package org.wiregrade.sandbox.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The Linux calls that put the calling platform thread, and all that it starts from then on, into another network. */
public final class LinuxNetwork {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    private static final int O_RDONLY = 0;
    private static final long SIOCGIFFLAGS = 0x8913;
    private static final long SIOCSIFFLAGS = 0x8914;
    private static final short IFF_UP = 1;
    private static final int IFREQ_BYTES = 40;
    private static final int IFREQ_FLAGS = 16;

    /**
     * What a connection may keep of what is on its way, in bytes: least, at first, most (tcp(7)). No limit of a process counts it.
     *
     * <p>A process with as many connections as it may open keeps some 60 MiB with these, and 800 with the kernel's own.
     */
    private static final Map<String, String> BUFFERS = Map.of(
            "tcp_wmem", "4096 16384 262144",
            "tcp_rmem", "4096 131072 262144");

    private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4");

    private LinuxNetwork() {}

    /** Gives the calling thread a network with nothing in it but a loopback interface that is up, and with small buffers. */
    public static void enterNew() throws IOException {
        Libc c = Libc.get();
        try {
            c.unshare(CLONE_NEWNET);
            raiseLoopback(c);
            // The folder shows the network of the thread that looks.
            for (Map.Entry<String, String> buffer : BUFFERS.entrySet()) {
                Files.writeString(SETTINGS.resolve(buffer.getKey()), buffer.getValue(), StandardOpenOption.WRITE);
            }
        } catch (LastErrorException e) {
            throw new IOException("this thread gets no network of its own: " + e.getMessage(), e);
        }
    }

    /** Moves the calling thread into the network of a process; needs root. */
    public static void enterOf(long pid) throws IOException {
        Libc c = Libc.get();
        String path = "/proc/" + pid + "/ns/net";
        try {
            int descriptor = c.open(path, O_RDONLY);
            try {
                c.setns(descriptor, CLONE_NEWNET);
            } finally {
                c.close(descriptor);
            }
        } catch (LastErrorException e) {
            throw new IOException("this thread cannot enter " + path + ": " + e.getMessage(), e);
        }
    }

    /** The {@code struct ifreq} of netdevice(7): 16 bytes of name, then the flags. */
    private static void raiseLoopback(Libc c) {
        int socket = c.socket(AF_INET, SOCK_DGRAM, 0);
        try (var request = new Memory(IFREQ_BYTES)) {
            request.clear();
            request.setString(0, "lo");
            c.ioctl(socket, new NativeLong(SIOCGIFFLAGS), request);
            request.setShort(IFREQ_FLAGS, (short) (request.getShort(IFREQ_FLAGS) | IFF_UP));
            c.ioctl(socket, new NativeLong(SIOCSIFFLAGS), request);
        } finally {
            c.close(socket);
        }
    }
}
