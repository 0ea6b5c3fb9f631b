package org.wiregrade.labs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A program that uses once what students' programs use of Java and of the libraries, on loopback and by itself, so that
 * Java can list the classes; what it leaves out only starts a little later.
 */
// It does things as students do.
@SuppressWarnings({"AddressSelection", "FutureReturnValueIgnored", "JavaTimeDefaultTimeZone"})
final class TypicalProgram {
    private static final String LOOPBACK = "127.0.0.1";

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    private TypicalProgram() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var program = new TypicalProgram();
        program.talk(out);
        program.select(out);
        program.read(out);
    }

    /** A server with a thread for each client, and a client that asks it. */
    private void talk(PrintStream out) throws Exception {
        var answers = new LinkedBlockingQueue<String>();
        var times = new ConcurrentHashMap<String, Integer>();
        var timer = Executors.newScheduledThreadPool(1);
        var pool = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
                Socket client = new Socket(LOOPBACK, server.getLocalPort())) {
            pool.submit(() -> serve(server.accept(), out));
            timer.schedule(() -> times.merge("tick", 1, Integer::sum), 1, TimeUnit.MILLISECONDS);
            Thread reader = new Thread(() -> listen(client, answers), "reader");
            reader.start();
            long start = System.nanoTime();
            var writer = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8));
            writer.write("bună\n");
            writer.flush();
            String answer = answers.take();
            out.println(String.format("[RECV] %s (RTT %.2f ms)", answer.strip(), (System.nanoTime() - start) / 1e6));
            client.shutdownOutput();
            reader.join();
        } finally {
            pool.shutdown();
            timer.shutdown();
        }
    }

    private Void serve(Socket client, PrintStream out) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            clients.add(client);
            byte[] buffer = new byte[1024];
            for (int length; (length = client.getInputStream().read(buffer)) != -1; ) {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.IGNORE)
                        .decode(ByteBuffer.wrap(buffer, 0, length))
                        .toString();
                out.println(LocalTime.now().format(DateTimeFormatter.ofPattern("HH:mm:ss")) + " [RECV] " + text.trim());
                String message =
                        "[" + client.getRemoteSocketAddress().toString().replace("/", "") + "] " + text;
                lock.lock();
                try {
                    for (Socket each : clients) {
                        each.getOutputStream()
                                .write(message.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
                    }
                } finally {
                    lock.unlock();
                }
            }
        } finally {
            clients.remove(client);
        }
        return null;
    }

    private static void listen(Socket client, LinkedBlockingQueue<String> answers) {
        try {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            lines.lines().forEach(answers::add);
        } catch (IOException | UncheckedIOException e) {
            answers.add(e.toString());
        }
    }

    /** The same with a selector. */
    private void select(PrintStream out) throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            client.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
            SocketChannel accepted = server.accept();
            accepted.configureBlocking(false);
            accepted.register(selector, SelectionKey.OP_READ);
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                ByteBuffer read = ByteBuffer.allocate(1024);
                ((SocketChannel) key.channel()).read(read);
                out.printf("[READ] %d bytes from %s%n", read.flip().remaining(), client.getLocalAddress());
            }
            accepted.close();
        }
    }

    /** Typed lines, and rows of a file. */
    private void read(PrintStream out) throws IOException {
        try (Scanner typed = new Scanner("one line\nexit\n")) {
            while (typed.hasNextLine()) {
                out.println(String.join(" | ", typed.nextLine().split("\\s+")));
            }
        }
        try (CSVParser rows = CSVParser.parse("a,b\n1,\"2, 3\"\n", CSVFormat.DEFAULT)) {
            for (CSVRecord row : rows) {
                out.println(row.stream().collect(Collectors.joining(" | ")));
            }
        }
    }
}
