package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's connections, of which the harness is told. */
class GatewayToldTest extends ToldContract {
    @TempDir
    private Path classes;

    private GatewayProcess gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = GatewayProcess.start(classes);
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Override
    Loopback loopback() {
        return gateway.loopback();
    }

    @Test
    void aLostGatewayIsToldAsTheHarnesssFailure() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Taking taking = taking(loopback().connect(server.getLocalPort()));
            gateway.close();

            assertThatThrownBy(taking::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gateway");
        }
    }
}
