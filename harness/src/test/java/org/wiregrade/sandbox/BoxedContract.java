package org.wiregrade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the sandboxes promise besides that contain hostile programs. */
abstract class BoxedContract extends CellContract {
    @Test
    void theLabsOwnPortsAreFreeInEveryCellAtOnce() throws Exception {
        inCell(outer -> {
            assertThat(outer.ownsPorts()).isTrue();
            assertThat(lines(outer.start(box("echo", "3333"))).readLine()).isEqualTo("listening on 3333");
            String second =
                    inCell(inner -> lines(inner.start(box("echo", "3333"))).readLine());
            assertThat(second).isEqualTo("listening on 3333");
            return null;
        });
    }

    @Test
    void aProgramSeesNoProcessButItsOwn() throws Exception {
        String seen = said("processes").strip();

        assertThat(Integer.parseInt(seen)).isBetween(1, 2);
    }

    @Test
    void aProgramSeesNoFileOfTheHarness() throws Exception {
        Path secret = Files.createTempFile("wiregrade", ".secret");
        try {
            Files.writeString(secret, "the solution");
            secret.toFile().setReadable(true, false);

            assertThat(said("file", secret.toString())).isEqualTo("not readable\n");
            assertThat(said("file", "{home}/classes/Box.class")).isEqualTo("readable\n");
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void aListenerOfTheMachineIsOutOfReach() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(listener.getLocalPort());

            assertThat(said("connect", port)).isEqualTo("refused\n");
        }
    }

    @Test
    void theCaptureHoldsEveryByteOfTheRun() throws Exception {
        byte[] sent = "0123456789".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 5; round++) {
            byte[] file = inCell(cell -> {
                lines(cell.start(box("echo", "3333"))).readLine();
                try (var client = new Socket(InetAddress.getLoopbackAddress(), 3333)) {
                    client.setTcpNoDelay(true);
                    for (int message = 0; message < 100; message++) {
                        client.getOutputStream().write(sent);
                        client.getInputStream().readNBytes(sent.length);
                    }
                }
                return Files.readAllBytes(cell.capture().orElseThrow());
            });

            assertThat(file).startsWith(0x0A, 0x0D, 0x0D, 0x0A);
            assertThat(occurrences(file, sent)).isEqualTo(200);
        }
    }

    private String said(String... arguments) throws Exception {
        return inCell(cell -> outputOf(cell.start(box(arguments))));
    }

    private static int occurrences(byte[] file, byte[] wanted) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String part = new String(wanted, StandardCharsets.ISO_8859_1);
        return text.split(part, -1).length - 1;
    }
}
