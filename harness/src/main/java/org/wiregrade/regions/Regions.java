package org.wiregrade.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Unusable;

/**
 * A source text cut at its markers.
 *
 * @param path the file, relative to the submission
 * @param regions in the order of the text
 * @param outside the lines that belong to no region; where a region was, one element holds its end marker's line
 */
public record Regions(String path, List<Region> regions, List<Line> outside) {
    /**
     * A line outside the regions.
     *
     * @param region the index of the region that ends with this line; -1 for every other line
     */
    public record Line(String text, int region) {}

    public Regions {
        regions = List.copyOf(regions);
        outside = List.copyOf(outside);
    }

    /** Cuts a text whose lines end with {@code \n}; markers that do not pair up make it unusable. */
    public static Regions of(String path, String text) throws Unusable {
        var cut = new Cut(path);
        for (String line : text.lines().toList()) {
            cut.take(line);
        }
        return cut.whole();
    }

    /** The text so far, and the region that is open, if any. */
    private static final class Cut {
        private final String path;
        private final List<Region> regions = new ArrayList<>();
        private final List<Line> outside = new ArrayList<>();
        private final StringBuilder inside = new StringBuilder();
        private String label;
        private int start;
        private int number;

        Cut(String path) {
            this.path = path;
        }

        void take(String line) throws Unusable {
            number++;
            Optional<String> opened = Markers.startLabel(line);
            if (opened.isPresent()) {
                requireClosed();
                label = opened.get();
                start = number;
                inside.setLength(0);
                outside.add(new Line(line, -1));
            } else if (Markers.isEnd(line)) {
                if (label == null) {
                    throw noStart(path, number);
                }
                outside.add(new Line(line, regions.size()));
                regions.add(new Region(label, start, inside.toString()));
                label = null;
            } else if (label != null) {
                inside.append(line).append('\n');
            } else {
                outside.add(new Line(line, -1));
            }
        }

        private void requireClosed() throws Unusable {
            if (label != null) {
                throw noEnd(path, label, start);
            }
        }

        Regions whole() throws Unusable {
            requireClosed();
            return new Regions(path, regions, outside);
        }
    }

    private static Unusable noEnd(String path, String label, int start) {
        return new Unusable(new SourceProblem(
                path,
                start,
                "the student region " + new Region(label, start, "").name() + " has no end marker",
                "Put the line \"" + Markers.END + "\" back behind your code, before the code that was given."));
    }

    private static Unusable noStart(String path, int line) {
        return new Unusable(new SourceProblem(
                path,
                line,
                "an end marker stands here, but no start marker stands before it",
                "Put the line \"" + Markers.start("…")
                        + "\" back before your code, with the words in brackets that the template has there."));
    }

    /** The whole text again, with other code in those regions that the map has by index. */
    public String withRegions(Map<Integer, String> code) {
        StringBuilder text = new StringBuilder();
        for (Line line : outside) {
            if (line.region() >= 0) {
                text.append(code.getOrDefault(
                        line.region(), regions.get(line.region()).text()));
            }
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
