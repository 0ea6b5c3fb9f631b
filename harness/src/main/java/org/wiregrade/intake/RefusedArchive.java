package org.wiregrade.intake;

import java.io.IOException;

/** Says in one sentence for the student why an archive is not unpacked. */
final class RefusedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedArchive(String sentence) {
        super(sentence);
    }

    /** By what a reader of archives has found. */
    static RefusedArchive damaged(Exception reason) {
        String words = String.valueOf(reason.getMessage());
        boolean cut = words.contains("Truncated") || words.contains("Unexpected end") || words.contains("EOF");
        return new RefusedArchive(
                cut
                        ? "it is cut off: it ends in the middle of a file; upload it again"
                        : "it is damaged or cut off; make it again and upload it again");
    }

    static RefusedArchive link(String name) {
        return new RefusedArchive("it holds a link: " + EntryName.shown(name) + "; hand in the file itself");
    }
}
