package org.wiregrade.build;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** The files of one compilation, which may write a limited number of bytes: constants alone can make 20,000 of one. */
final class LimitedOutput extends ForwardingJavaFileManager<JavaFileManager> {
    static final int MOST_MEBIBYTES = 16;

    /** What the smallest file takes on a disk. */
    private static final int BLOCK = 4096;

    private long written;

    LimitedOutput(JavaFileManager files) {
        super(files);
    }

    /** Thrown through javac, which would go on with the next class after an {@link IOException}. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether it was stopped. */
    boolean exceeded() {
        return written > (long) MOST_MEBIBYTES << 20;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location place, String name, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
        count(BLOCK);
        return new Counted(super.getJavaFileForOutput(place, name, kind, sibling));
    }

    private void count(long bytes) {
        written += bytes;
        if (exceeded()) {
            throw new TooLarge();
        }
    }

    private final class Counted extends ForwardingJavaFileObject<JavaFileObject> {
        Counted(JavaFileObject file) {
            super(file);
        }

        @Override
        public OutputStream openOutputStream() throws IOException {
            return new FilterOutputStream(super.openOutputStream()) {
                @Override
                public void write(int octet) throws IOException {
                    count(1);
                    out.write(octet);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    count(length);
                    out.write(bytes, from, length);
                }
            };
        }
    }
}
