import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a pcapng file of 20 loopback connections: {@code java MakeCapture.java FILE PACKETS PAYLOAD}. */
public final class MakeCapture {
    private static final int CONNECTIONS = 20;
    private static final int HEADERS = 14 + 20 + 32;

    private final OutputStream out;
    private final byte[] payload;
    private final int[][] next = new int[CONNECTIONS][2];
    private long timeNs = 1_795_000_000_000_000_000L;
    private int identification;

    private MakeCapture(OutputStream out, int size) {
        this.out = out;
        payload = new byte[size];
        new Random(1).nextBytes(payload);
    }

    public static void main(String[] arguments) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            new MakeCapture(file, Integer.parseInt(arguments[2])).write(Integer.parseInt(arguments[1]));
        }
    }

    private void write(int packets) throws IOException {
        block(0x0A0D0D0A, body(16).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1));
        block(1, body(16).putShort((short) 1).putShort((short) 0).putInt(262_144)
                .putShort((short) 9).putShort((short) 1).putInt(9));
        Random random = new Random(2);
        for (int i = 0; i < CONNECTIONS; i++) {
            next[i][0] = random.nextInt();
            next[i][1] = random.nextInt();
            segment(i, 0, 2, 0);
            next[i][0]++;
            segment(i, 1, 18, 0);
            next[i][1]++;
            segment(i, 0, 16, 0);
        }
        for (int written = 3 * CONNECTIONS; written < packets; written += 2) {
            int connection = random.nextInt(CONNECTIONS);
            int side = random.nextInt(2);
            segment(connection, side, 24, payload.length);
            next[connection][side] += payload.length;
            segment(connection, 1 - side, 16, 0);
        }
    }

    private void segment(int connection, int side, int flags, int size) throws IOException {
        timeNs += 1000;
        int client = 40_000 + connection;
        int length = HEADERS + size;
        ByteBuffer frame = ByteBuffer.allocate((length + 3) & ~3);
        frame.position(12);
        frame.putShort((short) 0x0800).putShort((short) 0x4500).putShort((short) (length - 14));
        frame.putShort((short) identification++).putShort((short) 0x4000).putShort((short) 0x4006).putShort((short) 0);
        frame.putInt(0x7f000001).putInt(0x7f000001);
        frame.putShort((short) (side == 0 ? client : 9002)).putShort((short) (side == 0 ? 9002 : client));
        frame.putInt(next[connection][side]).putInt(flags == 2 ? 0 : next[connection][1 - side]);
        frame.putShort((short) (0x8000 | flags)).putShort((short) 512).putShort((short) 0xfe28).putShort((short) 0);
        frame.putInt(0x0101080a).putInt((int) (timeNs / 1_000_000)).putInt(0).put(payload, 0, size);
        ByteBuffer packet = body(20 + frame.capacity()).putInt(0).putInt((int) (timeNs >>> 32)).putInt((int) timeNs);
        block(6, packet.putInt(length).putInt(length).put(frame.array()));
    }

    private void block(int type, ByteBuffer content) throws IOException {
        int length = content.capacity() + 12;
        out.write(body(8).putInt(type).putInt(length).array());
        out.write(content.array());
        out.write(body(4).putInt(length).array());
    }

    private static ByteBuffer body(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
