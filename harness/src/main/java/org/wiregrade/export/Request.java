package org.wiregrade.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;

/**
 * What is to be exported, and how.
 *
 * @param policy what the class's policy says of this platform
 * @param target a file, or a folder for the formats that have several
 * @param sheet the teacher's own file from the platform
 * @param column which column or assignment of that file is meant
 * @param onlyOurs whether what is not ours is left out of a sheet
 * @param decimalComma whether numbers for people have a comma
 */
public record Request(
        List<Entry> entries,
        ExportPolicy policy,
        Path target,
        Optional<Path> sheet,
        Optional<String> column,
        boolean onlyOurs,
        boolean decimalComma) {
    public Request {
        entries = List.copyOf(entries);
    }

    /** Those who have a grade to be written. */
    List<Entry> graded() {
        return entries.stream().filter(entry -> entry.grade().isPresent()).toList();
    }

    Path neededSheet(String what) {
        return sheet.orElseThrow(() -> new IllegalArgumentException("name " + what + " with --sheet"));
    }
}
