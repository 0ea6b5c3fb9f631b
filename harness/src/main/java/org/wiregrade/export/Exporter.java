package org.wiregrade.export;

import java.io.IOException;

/** Writes entries in one platform's form. */
interface Exporter {
    /** Writes what can be written; a sheet that the platform would not take back is an {@link IOException}. */
    Outcome write(Request request) throws IOException;
}
