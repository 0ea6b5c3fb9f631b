package org.wiregrade.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces that a pcapng file describes: those of the section so far, by number, and those of all sections. */
final class PcapngInterfaces {
    private final List<PcapngInterface> all = new ArrayList<>();
    private final List<PcapngInterface> ofSection = new ArrayList<>();

    /** From here on, numbers count anew. */
    void startSection() {
        ofSection.clear();
    }

    void add(int linkType, long snapLength, ClockUnit clock) {
        var added = new PcapngInterface(all.size(), linkType, snapLength, clock);
        ofSection.add(added);
        all.add(added);
    }

    /** One whose description cannot be read has a number in its section all the same. */
    void addDamaged() {
        ofSection.add(new PcapngInterface(all.size(), -1, 0, ClockUnit.MICROSECONDS));
    }

    Optional<PcapngInterface> get(long number) {
        return number < ofSection.size() ? Optional.of(ofSection.get((int) number)) : Optional.empty();
    }

    /** The packets that were lost, as far as the file says so. */
    long dropped() {
        return all.stream().mapToLong(PcapngInterface::lost).sum();
    }

    /** The smallest limit to which packets were cut, in bytes; 0 where there is none. */
    long snapLength() {
        return all.stream()
                .mapToLong(PcapngInterface::snapLength)
                .filter(limit -> limit > 0)
                .min()
                .orElse(0);
    }
}
