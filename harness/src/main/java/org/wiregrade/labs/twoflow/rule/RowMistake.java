package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wiregrade.labs.evidence.Quote;

/** The usual mistakes of a row, told apart by what came in its place. */
final class RowMistake {
    private static final List<String> NAMES = List.of(Assignment.COLUMNS.split(","));

    private static final String SEPARATORS = Pattern.quote(Assignment.SEPARATOR);

    private final MessageRow row;
    private final String came;
    private final String plain;

    private RowMistake(MessageRow row, String came) {
        this.row = row;
        this.came = came;
        plain = came.strip();
    }

    /** A hint; empty where it is none of them. */
    static String hint(MessageRow row, String came) {
        RowMistake mistake = new RowMistake(row, came);
        String form = row.flow() == LabFlow.CHAT ? mistake.chatForm() : mistake.voipForm();
        return form.isEmpty() ? mistake.text() : form;
    }

    private String chatForm() {
        String wanted = row.payload();
        if (!wanted.equals(wanted.strip()) && came.equals(wanted.strip())) {
            return hint("edges");
        }
        if (plain.equals(wanted)) {
            return hint("spaces");
        }
        if (plain.startsWith("Row[")) {
            return hint("record");
        }
        if (plain.equals(row.joined())) {
            return hint("mark");
        }
        if (plain.replace(" ", "").equals(wanted.replace(" ", ""))) {
            return hint("separator");
        }
        if (plain.contains(String.join(",", row.fields().subList(0, NAMES.size() - 1)))) {
            return hint("comma");
        }
        // A file that was handed in may be another than the one that was sent from, fields and all.
        String other = !row.key().isEmpty() && plain.startsWith(row.flow().mark()) ? otherFields() : "";
        if (!other.isEmpty()) {
            return other;
        }
        return missing().isEmpty() ? "" : TwoFlowWords.say("row.fields.hint", missing());
    }

    /** What is wrong where four fields came that are not those of the row, or not in their order. */
    private String otherFields() {
        List<String> parts = List.of(plain.substring(row.flow().mark().length()).split(SEPARATORS, -1));
        List<String> fields = row.fields();
        if (parts.size() != fields.size() || parts.equals(fields)) {
            return "";
        }
        if (Set.copyOf(parts).equals(Set.copyOf(fields))) {
            return TwoFlowWords.say("row.order.hint", String.join(", ", NAMES));
        }
        String others = IntStream.range(0, NAMES.size() - 1)
                .filter(i -> !parts.get(i).equals(fields.get(i)))
                .mapToObj(NAMES::get)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : TwoFlowWords.say("row.other-fields.hint", others);
    }

    /** Fields that are not in it; none where others stand in their places. */
    private String missing() {
        String own = came.replace(row.flow().mark(), "");
        return own.contains(Assignment.SEPARATOR)
                ? ""
                : IntStream.range(0, NAMES.size() - 1)
                        .filter(i -> !own.contains(row.fields().get(i)))
                        .mapToObj(NAMES::get)
                        .collect(Collectors.joining(", "));
    }

    private String voipForm() {
        String wanted = row.payload();
        int rest = wanted.length() % Assignment.CHUNK;
        String flat = came.replace("\n", "").replace("\r", "");
        if (flat.equals(wanted)) {
            return hint("newlines");
        }
        if (rest > 0 && flat.equals(wanted.substring(0, wanted.length() - rest))) {
            return TwoFlowWords.say("row.rest.hint", Quote.count(rest, "byte"));
        }
        boolean filled = flat.length() % Assignment.CHUNK == 0 && flat.length() > wanted.length();
        return filled && came.startsWith(wanted) ? TwoFlowWords.say("row.filled.hint", Quote.count(rest, "byte")) : "";
    }

    private String text() {
        String message = row.message();
        boolean letters = message.chars().anyMatch(letter -> letter >= 0x80);
        if (letters && (came.contains("\uFFFD") || came.contains("?"))) {
            return hint(row.flow() == LabFlow.CHAT ? "encoding" : "characters");
        }
        if (message.contains("\"") && came.contains("\"\"")) {
            return hint("quotes");
        }
        return message.contains("\n") && !plain.contains("\n")
                ? TwoFlowWords.say("row.newline.hint", Quote.text(message))
                : "";
    }

    private static String hint(String mistake) {
        return TwoFlowWords.hint("row." + mistake);
    }
}
