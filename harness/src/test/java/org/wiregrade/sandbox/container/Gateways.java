package org.wiregrade.sandbox.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.Sandbox;

/** Containers whose network the harness does not enter, also where it could. */
public final class Gateways {
    private Gateways() {}

    /** Skips the test where there is no engine. */
    public static Sandbox open() {
        Availability rung = ContainerAvailability.probe();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());
        return new ContainerSandbox(Limits.STANDARD, Reach.GATEWAY);
    }

    /** The command lines of the containers that this process has started and not ended. */
    public static List<String> leftBehind() {
        return DockerClientFactory.lazyClient()
                .listContainersCmd()
                .withLabelFilter(
                        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID))
                .exec()
                .stream()
                .flatMap(container -> Stream.of(container.getCommand()))
                .toList();
    }
}
