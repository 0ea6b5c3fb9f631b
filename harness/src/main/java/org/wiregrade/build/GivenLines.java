package org.wiregrade.build;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.regions.Regions;

/** The lines of a program outside its regions, told apart by their number in the text and named by their place among the given ones. */
final class GivenLines {
    private final Map<Integer, Integer> places;

    private GivenLines(Map<Integer, Integer> places) {
        this.places = Collections.unmodifiableMap(places);
    }

    /** Of a template's text, or of the same text with other code in its regions: the places are the same in both. */
    static GivenLines of(Regions regions) {
        Map<Integer, Integer> places = new HashMap<>();
        int number = 0;
        for (Regions.Line line : regions.outside()) {
            if (line.region() >= 0) {
                number += (int)
                        regions.regions().get(line.region()).text().lines().count();
            }
            number++;
            places.put(number, places.size());
        }
        return new GivenLines(places);
    }

    /** The place of a line among the given ones, from 0; nothing for a line in a region. */
    Optional<Integer> place(int line) {
        return Optional.ofNullable(places.get(line));
    }
}
