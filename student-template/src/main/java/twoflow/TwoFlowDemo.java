package twoflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.Options;
import lab.Terminal;

/** Runs the relay and both clients in one program, and ends when all has been said. */
public final class TwoFlowDemo {
    private TwoFlowDemo() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--chat-port", "--voip-port", "--chat-csv", "--voip-csv");
        List<Row> chatRows = MessageFile.chat(Path.of(options.text("--chat-csv", "chat_messages.csv")));
        List<Row> voipRows = MessageFile.voip(Path.of(options.text("--voip-csv", "voip_messages.csv")));
        String host = options.text("--host", "127.0.0.1");
        ExecutorService programs = Executors.newFixedThreadPool(3);
        try (Relay relay = new Relay(host, options.port("--chat-port", 9001), options.port("--voip-port", 9002));
                // Client 1 connects first on both ports, so the relay's C1 is client 1.
                ChatSender client1 = new ChatSender(host, relay.chatPort(), relay.voipPort());
                VoipSender client2 = new VoipSender(host, relay.chatPort(), relay.voipPort())) {
            for (Future<Void> ended : programs.invokeAll(List.of(
                    program(relay::run), program(() -> client1.run(chatRows)), program(() -> client2.run(voipRows))))) {
                ended.get();
            }
        } finally {
            programs.shutdown();
        }
        System.out.println("[Demo] Two-flow Chat+VoIP demo completed.");
    }

    private interface Program {
        void run() throws Exception;
    }

    private static Callable<Void> program(Program program) {
        return () -> {
            program.run();
            return null;
        };
    }
}
