package twoflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import lab.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TwoFlowProgramsTest {
    private static final String HEADER = "timestamp,speaker,flow,message\n";

    @TempDir
    private Path folder;

    @Test
    void theDemoCarriesBothFlowsAndEndsByItself() throws Exception {
        Files.writeString(folder.resolve("chat_messages.csv"), HEADER + "10:00,Client1,CHAT,salut\n");
        Files.writeString(folder.resolve("voip_messages.csv"), HEADER + "10:01,Client2,VOIP,alo\n");
        try (RunningProgram demo =
                RunningProgram.start(folder, TwoFlowDemo.class, "--chat-port", "0", "--voip-port", "0")) {
            demo.await("^\\[Server\\] Listening for Chat on 127\\.0\\.0\\.1:[1-9]\\d*$");
            demo.await("^\\[Server\\] Listening for VoIP on 127\\.0\\.0\\.1:[1-9]\\d*$");
            List<String> output = demo.outputToTheEnd();
            assertThat(demo.awaitEnd()).isZero();
            assertThat(output)
                    .contains("[Client2 Chat] Received: C1-CHAT: 10:00 | Client1 | CHAT | salut")
                    .endsWith("[Demo] Two-flow Chat+VoIP demo completed.");
            String frame = "10:01 | Client2 | VOIP | alo";
            assertThat(joined("[Server VOIP C2->C1] Forwarding: ", output)).isEqualTo(frame);
            assertThat(joined("[Client1 VoIP] Received: ", output)).isEqualTo(frame);
        }
    }

    /** What the lines with such a beginning hold behind it, in whatever pieces. */
    private static String joined(String beginning, List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .collect(Collectors.joining());
    }

    @Test
    void theClientsSayThatTheRelayIsNotRunning() throws Exception {
        int free;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            free = closedAtOnce.getLocalPort();
        }
        String port = Integer.toString(free);
        try (RunningProgram client = RunningProgram.start(folder, ChatSender.class, "--chat-port", port)) {
            client.await("Nothing accepts connections on 127\\.0\\.0\\.1:" + port + "\\. Is the relay running\\?");
            assertThat(client.awaitEnd()).isNotZero();
        }
    }

    @Test
    void aResetOnOneFlowLeavesTheOtherAliveInBothDirections() throws Exception {
        try (RunningProgram relay = RunningProgram.start(folder, Relay.class, "--chat-port", "0", "--voip-port", "0")) {
            int chat = Integer.parseInt(relay.await("for Chat on 127\\.0\\.0\\.1:(\\d+)$"));
            int voip = Integer.parseInt(relay.await("for VoIP on 127\\.0\\.0\\.1:(\\d+)$"));
            try (Socket chat1 = new Socket(InetAddress.getLoopbackAddress(), chat);
                    Socket chat2 = new Socket(InetAddress.getLoopbackAddress(), chat);
                    Socket voip1 = new Socket(InetAddress.getLoopbackAddress(), voip)) {
                Socket voip2 = new Socket(InetAddress.getLoopbackAddress(), voip);
                relay.await("VoIP connection from \\(C2\\)");
                voip2.setSoLinger(true, 0);
                voip2.close();
                assertThat(voip1.getInputStream().read()).isEqualTo(-1);
                assertCarries(chat1, chat2);
                assertCarries(chat2, chat1);
                chat1.shutdownOutput();
                assertThat(chat2.getInputStream().read()).isEqualTo(-1);
                assertCarries(chat2, chat1);
                chat2.shutdownOutput();
                relay.await("^\\[Server\\] Relay server finished\\.$");
                assertThat(relay.awaitEnd()).isZero();
            }
        }
    }

    @Test
    void theRelayChangesNoByte() throws Exception {
        try (RunningProgram relay = RunningProgram.start(folder, Relay.class, "--chat-port", "0", "--voip-port", "0")) {
            int chat = Integer.parseInt(relay.await("for Chat on 127\\.0\\.0\\.1:(\\d+)$"));
            byte[] bytes = new byte[1 << 18];
            new Random(9001).nextBytes(bytes);
            try (Socket from = new Socket(InetAddress.getLoopbackAddress(), chat);
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), chat)) {
                CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendAll(from, bytes));
                assertThat(to.getInputStream().readAllBytes()).isEqualTo(bytes);
                sending.join();
            }
        }
    }

    private static void sendAll(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCarries(Socket from, Socket to) throws IOException {
        byte[] bytes = "a line that nothing may change".getBytes(StandardCharsets.UTF_8);
        from.getOutputStream().write(bytes);
        assertThat(to.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
    }
}
