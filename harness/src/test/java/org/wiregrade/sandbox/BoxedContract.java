package org.wiregrade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the sandboxes promise besides that contain hostile programs. */
public abstract class BoxedContract extends CellContract {
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

    private String said(String... arguments) throws Exception {
        return inCell(cell -> outputOf(cell.start(box(arguments))));
    }
}
