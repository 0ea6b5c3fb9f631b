package org.wiregrade.labs.chat;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wiregrade.wire.Endpoint;

/** What a server puts in front of messages, as it was seen: right or wrong, it is taken off where it is not the question. */
final class Labels {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    private final Pattern pattern;
    private final boolean right;

    /** Labels like those seen, whose digits may differ; {@code right} where each was its sender's own. */
    Labels(Collection<String> seen, boolean right) {
        this.right = right;
        pattern = Pattern.compile(seen.stream()
                .filter(label -> !label.isEmpty())
                .map(Labels::shape)
                .distinct()
                .collect(Collectors.joining("|", "(?:", ")")));
    }

    private static String shape(String label) {
        return DIGITS.splitAsStream(label).map(Pattern::quote).collect(Collectors.joining("\\d+"))
                + (label.matches("(?s).*\\d") ? "\\d+" : "");
    }

    /** The label that the lab asks for. */
    static String of(Endpoint sender) {
        return "[" + sender + "] ";
    }

    /** Whether they are as the lab asks for, so that they tell the senders apart. */
    boolean right() {
        return right;
    }

    /** A stream's text without labels and line ends. */
    String strip(String stream) {
        return LINE_ENDS.matcher(pattern.matcher(stream).replaceAll("")).replaceAll("");
    }
}
