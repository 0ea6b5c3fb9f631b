package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lab.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatProgramsTest {
    private static final String READY = "^\\[INFO\\] Server ready, listening on 127\\.0\\.0\\.1:(\\d+)$";

    @TempDir
    private Path folder;

    @Test
    void theDemoLetsEverybodyHearEverybodyAndEndsByItself() throws Exception {
        try (RunningProgram demo = RunningProgram.start(folder, ChatDemo.class, "--clients", "2")) {
            demo.await("^\\[Server\\] Listening on 127\\.0\\.0\\.1:[1-9]\\d*$");
            demo.await("^\\[Client\\d\\] Received: \\[Broadcast \\d+\\] Client\\d: Hello");
            demo.await("^\\[Demo\\] Multi-client chat simulation completed\\.$");
            assertThat(demo.awaitEnd()).isZero();
        }
    }

    @Test
    void theExampleServerAnswersInCapitalsAndTheClientShowsTheRoundTrip() throws Exception {
        try (RunningProgram server = RunningProgram.start(folder, ExampleServer.class, "--port", "0")) {
            String port = server.await(READY);
            try (RunningProgram client = RunningProgram.start(folder, ChatClient.class, "--port", port)) {
                client.type("bun\u0103 ziua");
                client.await("\\[RECV\\] BUN\u0102 ZIUA \\(RTT \\d+\\.\\d\\d ms\\)");
                client.type("exit");
                client.await("\\[DISCONNECT\\]");
                assertThat(client.awaitEnd()).isZero();
            }
            server.await("^\\[RECV\\] From 127\\.0\\.0\\.1:\\d+ -> bun\u0103 ziua$");
            server.await("^\\[SEND\\] To 127\\.0\\.0\\.1:\\d+ -> BUN\u0102 ZIUA$");
            server.await("^\\[DISCONNECT\\]");
        }
    }

    @Test
    void theChatServerForgetsAClientThatResetsAndServesTheOthers() throws Exception {
        try (RunningProgram server = RunningProgram.start(folder, ChatServer.class, "--port", "0")) {
            String port = server.await(READY);
            try (RunningProgram listener = chatClient(port)) {
                String address = server.await("^\\[CONNECT\\] New client from (\\S+)$");
                Socket leaver = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
                server.await("^\\[CONNECT\\]");
                leaver.setSoLinger(true, 0);
                leaver.close();
                server.await("^\\[DISCONNECT\\]");
                try (Socket speaker = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                    speaker.getOutputStream().write("still here\n".getBytes(StandardCharsets.UTF_8));
                    server.await("^\\[FWD\\] To " + address + " -> \\[127\\.0\\.0\\.1:" + speaker.getLocalPort()
                            + "\\] still here$");
                    listener.await("\\[CHAT\\] \\[127\\.0\\.0\\.1:" + speaker.getLocalPort() + "\\] still here$");
                }
            }
        }
    }

    @Test
    void aClientEndsWithItsInput() throws Exception {
        try (RunningProgram server = RunningProgram.start(folder, ChatServer.class, "--port", "0");
                RunningProgram client = chatClient(server.await(READY))) {
            client.endInput();
            assertThat(client.awaitEnd()).isZero();
        }
    }

    private RunningProgram chatClient(String port) throws Exception {
        return RunningProgram.start(folder, ChatClient.class, "--port", port, "--mode", "chat");
    }
}
