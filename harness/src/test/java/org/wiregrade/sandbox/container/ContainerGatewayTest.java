package org.wiregrade.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wiregrade.sandbox.BoxedContract;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Sandbox;

public class ContainerGatewayTest extends BoxedContract {
    @Override
    protected Sandbox sandbox() {
        return Gateways.open();
    }

    @Test
    void theWireIsNotRecorded() throws Exception {
        assertThat(inCell(Cell::capture).isEmpty()).isTrue();
    }

    @Test
    void whatIsOlderThanAnySubmissionWasLeftBehind() throws Exception {
        inCell(cell -> {
            lines(cell.start(box("echo", "3333"))).readLine();
            var containers = new Containers();
            long now = Instant.now().getEpochSecond();
            assertThat(containers.leftBehind(now + 2 * Containers.SECONDS)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(containers.leftBehind(now)).isEmpty();
            return null;
        });
    }

    @Test
    void nothingIsLeftOfAClosedCell() throws Exception {
        inCell(cell -> {
            lines(cell.start(box("echo", "3333"))).readLine();
            return assertThat(Gateways.leftBehind()).hasSize(2);
        });

        assertThat(Gateways.leftBehind()).isEmpty();
    }
}
