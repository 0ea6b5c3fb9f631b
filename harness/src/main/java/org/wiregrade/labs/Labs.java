package org.wiregrade.labs;

import java.util.List;
import org.wiregrade.labs.chat.ChatLab;
import org.wiregrade.labs.twoflow.TwoFlowLab;
import org.wiregrade.testbed.Lab;

/** The labs that this harness grades. */
public final class Labs {
    private static final List<Lab> ALL = List.of(ChatLab.LAB, TwoFlowLab.LAB);

    private Labs() {}

    public static List<Lab> all() {
        return ALL;
    }

    /**
     * The labs that are meant by a lab's name, or by {@code all}.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public static List<Lab> chosen(String name) {
        return name.equals("all") ? ALL : List.of(named(name));
    }

    /**
     * A lab by the name that the command line uses.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public static Lab named(String name) {
        return ALL.stream()
                .filter(lab -> lab.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no lab \"" + name + "\", only "
                        + String.join(", ", ALL.stream().map(Lab::name).toList())));
    }
}
