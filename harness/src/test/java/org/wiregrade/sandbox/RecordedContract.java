package org.wiregrade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.wiregrade.sandbox.loopback.Connection;

/** What the sandboxes promise besides that see the wire. */
public abstract class RecordedContract extends BoxedContract {
    @Test
    void theCaptureHoldsEveryByteOfTheRun() throws Exception {
        byte[] sent = "0123456789".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 5; round++) {
            byte[] file = inCell(cell -> {
                lines(cell.start(box("echo", "3333"))).readLine();
                try (Connection client = cell.loopback().connect(3333)) {
                    for (int message = 0; message < 100; message++) {
                        client.send(sent);
                        client.next();
                    }
                }
                return Files.readAllBytes(cell.capture().orElseThrow());
            });

            assertThat(file).startsWith(0x0A, 0x0D, 0x0D, 0x0A);
            assertThat(occurrences(file, sent)).isEqualTo(200);
        }
    }

    private static int occurrences(byte[] file, byte[] wanted) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String part = new String(wanted, StandardCharsets.ISO_8859_1);
        return text.split(part, -1).length - 1;
    }
}
