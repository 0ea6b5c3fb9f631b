package org.wiregrade.labs;

import java.util.List;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.ChatLab;
import org.wiregrade.labs.echo.EchoLab;
import org.wiregrade.labs.twoflow.TwoFlowLab;
import org.wiregrade.testbed.Lab;

/** The labs that this harness grades. */
public final class Labs {
    /** Those that students get in one handout, and that are graded together where nobody says which. */
    private static final List<Lab> TOGETHER = List.of(ChatLab.LAB, TwoFlowLab.LAB);

    /** Those that have a handout of their own, in {@code NAME-template}, since the other would give their solution away. */
    private static final List<Lab> APART = List.of(EchoLab.LAB);

    private static final List<Lab> ALL =
            Stream.concat(TOGETHER.stream(), APART.stream()).toList();

    private Labs() {}

    public static List<Lab> all() {
        return ALL;
    }

    /**
     * The lab that is meant by its name, or those that share a handout, by {@code all}.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public static List<Lab> chosen(String name) {
        return name.equals("all") ? TOGETHER : List.of(named(name));
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
