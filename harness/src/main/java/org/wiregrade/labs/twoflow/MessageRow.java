package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wiregrade.labs.evidence.Quote;

/**
 * A row of one of the lab's CSV files.
 *
 * @param number from 1, the header not counted
 */
record MessageRow(LabFlow flow, int number, List<String> fields) {
    static final List<String> COLUMNS = List.of("timestamp", "speaker", "flow", "message");
    private static final String SEPARATOR = " | ";

    MessageRow {
        fields = List.copyOf(fields);
    }

    String message() {
        return fields.get(fields.size() - 1);
    }

    /** What the lab sends of it, without the newline behind VoIP rows. */
    String payload() {
        return flow.mark() + String.join(SEPARATOR, fields);
    }

    /** The payload in UTF-8, one character per byte, as {@link Speech} holds what was sent. */
    String bytes() {
        return new String(payload().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** {@code row 2 of chat_messages.csv (“Hello”)}. */
    @Override
    public String toString() {
        return "row " + number + " of " + flow.file() + " (" + Quote.text(message()) + ")";
    }
}
