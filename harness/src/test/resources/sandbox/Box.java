import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.ArrayList;
import java.util.List;

/** What tests of sandboxes run inside: the first argument says what to do. */
public final class Box {
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "echo" -> echo(Integer.parseInt(arguments[1]));
            case "environment" -> System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
            case "processes" -> System.out.println(ProcessHandle.allProcesses().count());
            case "file" -> System.out.println(Files.isReadable(Path.of(arguments[1])) ? "readable" : "not readable");
            case "write" -> System.out.println(Files.writeString(Path.of(arguments[1]), "written"));
            case "flood" -> flood();
            case "repeat" -> new BufferedReader(new InputStreamReader(System.in)).lines().forEach(System.out::println);
            case "exit" -> System.exit(Integer.parseInt(arguments[1]));
            case "connect" -> connect(Integer.parseInt(arguments[1]));
            case "orphan" -> orphan(arguments[1]);
            case "threads" -> threads(Integer.parseInt(arguments[1]));
            case "heap" -> System.out.println(Runtime.getRuntime().maxMemory() >> 20);
            case "family" -> family(Integer.parseInt(arguments[1]), arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void echo(int port) throws IOException {
        try (var server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            System.out.println("listening on " + server.getLocalPort());
            while (true) {
                try (Socket client = server.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                }
            }
        }
    }

    private static void flood() {
        while (true) {
            System.out.println("one line of many");
        }
    }

    /** Says how many of the threads it gets, and keeps them until its input ends. */
    private static void threads(int wanted) throws IOException {
        int started = 0;
        try {
            for (; started < wanted; started++) {
                Thread thread = new Thread(() -> {
                    while (true) {
                        LockSupport.park();
                    }
                });
                thread.setDaemon(true);
                thread.start();
            }
        } catch (OutOfMemoryError e) {
            // The number says it.
        }
        System.out.println(started + " threads");
        System.in.read();
    }

    private static void connect(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            System.out.println("connected to " + socket.getPort());
        } catch (IOException e) {
            System.out.println("refused");
        }
    }

    /** Starts a child that listens, and ends when the child says so. */
    private static void orphan(String port) throws IOException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "Box",
                        "echo",
                        port)
                .start();
        System.out.println(child.inputReader().readLine());
        System.out.println("left " + child.pid());
        Runtime.getRuntime().halt(0);
    }

    /** Starts children that use so much memory each, and waits for them. */
    private static void family(int children, String memory) throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            started.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xms" + memory,
                            "-Xmx" + memory,
                            "-XX:+UseSerialGC",
                            "-XX:+AlwaysPreTouch",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "Box",
                            "repeat")
                    .start());
        }
        for (Process child : started) {
            child.waitFor();
        }
    }
}
