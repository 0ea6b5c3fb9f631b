package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import org.wiregrade.labs.evidence.Quote;

/**
 * A row of one of the lab's CSV files.
 *
 * @param number from 1, the header not counted
 * @param key the part of the message that no other row has, by which the harness knows its own rows on the wire even where the
 *     rest is wrong; empty in rows of others
 */
public record MessageRow(LabFlow flow, int number, List<String> fields, String key) {
    public MessageRow {
        fields = List.copyOf(fields);
    }

    /** A row that was not made by the harness. */
    public MessageRow(LabFlow flow, int number, List<String> fields) {
        this(flow, number, fields, "");
    }

    public String message() {
        return fields.get(fields.size() - 1);
    }

    /** Whether its message has only what any way of reading and sending gets right. */
    public boolean isPlain() {
        return message().matches("[\\x20-\\x7E&&[^\",]]*")
                && message().equals(message().strip());
    }

    /** The four fields as the lab joins them. */
    String joined() {
        return String.join(Assignment.SEPARATOR, fields);
    }

    /** What the lab sends of it, without the newline behind VoIP rows. */
    public String payload() {
        return flow.mark() + joined();
    }

    /** The payload in UTF-8, one character per byte, as {@link Arrivals} hold what was sent. */
    public String bytes() {
        return Arrivals.bytes(payload());
    }

    /** {@code row 2}, and where it is a student's own {@code row 2 of chat_messages.csv}. */
    public String place() {
        return "row " + number + (key.isEmpty() ? " of " + flow.file() : "");
    }

    /** {@code row 2}, and where it is a student's own {@code row 2 of chat_messages.csv (“Hello”)}. */
    @Override
    public String toString() {
        return place() + (key.isEmpty() ? " (" + Quote.text(message()) + ")" : "");
    }
}
