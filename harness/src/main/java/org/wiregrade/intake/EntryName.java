package org.wiregrade.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Judges the names inside an archive before anything is written under them. */
final class EntryName {
    private static final int LONGEST_PART = 200;
    private static final int LONGEST = 1000;
    private static final int MOST_SHOWN = 80;

    private EntryName() {}

    /** Where an entry goes below a folder; a name that leads elsewhere, or that systems cannot hold, is refused. */
    static Path below(Path folder, String name) throws RefusedArchive {
        // Old Windows tools write backslashes, though the zip specification (APPNOTE, 4.4.17) forbids them.
        String plain = name.replace('\\', '/');
        if (plain.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new RefusedArchive("a name in it is too long: " + shown(name));
        }
        if (plain.startsWith("/") || plain.matches("[A-Za-z]:.*")) {
            throw new RefusedArchive("a name in it starts at the root of a disk: " + shown(name));
        }
        Path place = folder;
        int depth = 0;
        for (String part : plain.split("/")) {
            if (part.equals("..")) {
                throw new RefusedArchive("a name in it leads out of its folder: " + shown(name));
            }
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.chars().anyMatch(character -> character < ' ' || character == 0x7f)
                    || part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
                throw new RefusedArchive("a name in it has control characters or is too long: " + shown(name));
            }
            if (++depth > Allowance.DEEPEST) {
                throw new RefusedArchive("it holds folders more than " + Allowance.DEEPEST + " deep: " + shown(name));
            }
            place = resolve(place, part);
        }
        return place;
    }

    /** Where the machine's locale knows no letters but ASCII, the others become underscores. */
    private static Path resolve(Path folder, String part) {
        try {
            return folder.resolve(part);
        } catch (InvalidPathException e) {
            return folder.resolve(part.replaceAll("[^ -~]", "_"));
        }
    }

    /** A name as text that does a terminal or a page no harm, and is not long. */
    static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}]", "?");
        return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "…";
    }
}
