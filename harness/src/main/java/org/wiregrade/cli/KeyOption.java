package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.results.Seal;
import picocli.CommandLine.Option;

/** The option that names the key by which results are signed and verified. */
final class KeyOption {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Sign results with this key (16 bytes or more), and take over only results signed with it.")
    private Path file;

    Optional<Seal> seal() throws IOException {
        return file == null ? Optional.empty() : Optional.of(Seal.of(file));
    }
}
