package org.wiregrade.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that learning platforms give to the files of an export. */
final class Platforms {
    /** {@code Ada Lovelace_12345_assignsubmission_file_}, a folder, or a file with its own name behind that. */
    private static final Pattern MOODLE =
            Pattern.compile("(?<student>.+)_(?<id>\\d+)_assignsubmission_(?<type>[a-z]+)_?(?<file>.*)");
    /** {@code lovelaceada_LATE_123_4567_lab-1.zip}: user, submission, the file's name, which resubmission. */
    private static final Pattern CANVAS =
            Pattern.compile("(?<student>[^_]+|.+?(?=(?:_LATE)?_\\d{4,}_\\d{4,}_))_(?:LATE_)?"
                    + "(?<id>\\d+)_(?<submission>\\d+)_(?<file>.+?)(?:-(?<again>\\d{1,3}))?(?<kind>\\.[A-Za-z0-9.]+)?");
    /** {@code Lab 1_ada_attempt_2026-11-01-10-20-30_lab.zip}; the lab and the user may have underscores themselves. */
    private static final Pattern BLACKBOARD =
            Pattern.compile("(?<student>.+)_attempt_(?<when>\\d{4}(?:-\\d\\d){5})(?:_(?<file>.+)|\\.txt)");

    private Platforms() {}

    /**
     * What a name says.
     *
     * @param student unlike any other student's
     * @param id the platform's own number; empty where the name has none
     * @param lab whether the lab's name stands before the student's, as in each of these names
     * @param attempt sorts later attempts behind earlier ones, as text
     * @param file the name that the student gave to the file; empty for a folder, null for the platform's own remarks
     */
    record Label(String student, boolean lab, String id, String attempt, String file) {
        /** Whether it is only the platform's own remark, or what was typed into it. */
        boolean isRemark() {
            return file == null;
        }
    }

    /** Empty where the name is none that a platform gives. */
    static Optional<Label> read(String name, boolean isFolder) {
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            boolean file = moodle.group("type").equals("file");
            return Optional.of(new Label(
                    moodle.group("student") + "_" + moodle.group("id"),
                    false,
                    moodle.group("id"),
                    "",
                    file ? moodle.group("file") : null));
        }
        Matcher blackboard = BLACKBOARD.matcher(name);
        if (blackboard.matches() && !isFolder) {
            return Optional.of(new Label(
                    blackboard.group("student"), true, "", blackboard.group("when"), blackboard.group("file")));
        }
        Matcher canvas = CANVAS.matcher(name);
        if (canvas.matches() && !isFolder) {
            String again = canvas.group("again") == null ? "0" : canvas.group("again");
            String kind = canvas.group("kind") == null ? "" : canvas.group("kind");
            return Optional.of(new Label(
                    canvas.group("student") + "_" + canvas.group("id"),
                    false,
                    canvas.group("id"),
                    String.format("%20s-%3s", canvas.group("submission"), again),
                    canvas.group("file") + kind));
        }
        return Optional.empty();
    }

    /** What stands before every student, up to an underscore, in names that begin with the lab's. */
    static String labIn(List<Label> labels) {
        List<String> names = labels.stream()
                .filter(Label::lab)
                .map(Label::student)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        String common = names.get(0);
        if (names.size() == 1) {
            return common.substring(0, common.lastIndexOf('_') + 1);
        }
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, Math.max(0, common.lastIndexOf('_', common.length() - 2) + 1));
            }
        }
        return common;
    }

    /** The name that the student gave to a file. */
    static String originalName(String name) {
        return read(name, false)
                .map(Label::file)
                .filter(file -> !file.isEmpty())
                .orElse(name);
    }
}
