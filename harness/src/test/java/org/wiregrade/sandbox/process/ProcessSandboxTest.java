package org.wiregrade.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.wiregrade.sandbox.CellContract;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.Scratch;

class ProcessSandboxTest extends CellContract {
    @Override
    protected Sandbox sandbox() {
        return new ProcessSandbox();
    }

    @Test
    void itSeesNoWireAndOwnsNoPorts() throws Exception {
        inCell(cell -> {
            assertThat(cell.capture()).isEmpty();
            assertThat(cell.ownsPorts()).isFalse();
            return null;
        });
    }

    @Test
    void scratchFilesGoAwayWhateverTheyAre() throws IOException {
        Path folder;
        try (var scratch = new Scratch()) {
            folder = scratch.folder();
            Path locked = Files.createDirectory(folder.resolve("locked"));
            Files.writeString(locked.resolve("file"), "x");
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
            Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
            Files.createSymbolicLink(folder.resolve("root"), Path.of("/"));
            Path deep = folder;
            for (int depth = 0; depth < 200; depth++) {
                deep = Files.createDirectory(deep.resolve("d"));
            }
        }

        assertThat(folder).doesNotExist();
        assertThat(Path.of("/tmp")).isDirectory();
    }
}
