package org.wiregrade.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import org.wiregrade.temporary.TemporaryFolder;

/** A temporary folder that goes as far as the machine lets it, whatever a hostile program left in it. */
public final class Scratch implements AutoCloseable {
    private final TemporaryFolder folder = TemporaryFolder.create("run");

    public Scratch() throws IOException {}

    public Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }
}
