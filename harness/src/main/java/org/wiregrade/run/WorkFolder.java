package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Path;
import org.wiregrade.temporary.TemporaryFolder;

/** A temporary folder that is gone when it is closed. */
public record WorkFolder(TemporaryFolder folder) implements AutoCloseable {
    public static WorkFolder create() throws IOException {
        return new WorkFolder(TemporaryFolder.create("work"));
    }

    public Path path() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }
}
