package org.wiregrade.labs.twoflow;

import java.util.Arrays;
import org.wiregrade.labs.evidence.Quote;

/** What is wrong with the form of a chat row, from what came instead. */
final class ChatForm {
    private ChatForm() {}

    /** A hint for the usual mistakes; empty where it is none of them. */
    static String hint(LiveRow row, String came) {
        String wanted = row.payload();
        String plain = came.strip();
        if (plain.equals(wanted)) {
            return "Send no newline and no spaces around the payload.";
        }
        if (plain.startsWith("Row[")) {
            return "That is the record's toString: join its four fields yourself.";
        }
        if (plain.equals(row.fields())) {
            return "Put \"C1-CHAT: \" in front.";
        }
        if (plain.replace(" ", "").equals(wanted.replace(" ", ""))) {
            return "The separator is \" | \", with a space on each side, and there is one space after \"C1-CHAT:\".";
        }
        if (plain.contains(String.join(",", row.timestamp(), row.speaker(), row.flow()))) {
            return "The separator is \" | \", not the comma of the file.";
        }
        String missing = missing(row, plain);
        return missing.isEmpty() ? "" : "These fields are missing: " + missing + ".";
    }

    private static String missing(LiveRow row, String came) {
        return String.join(
                ", ",
                Arrays.asList(
                                came.contains(row.timestamp()) ? "" : "timestamp",
                                came.contains(row.speaker()) ? "" : "speaker",
                                came.replace("C1-CHAT", "").contains(row.flow()) ? "" : "flow")
                        .stream()
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /** A hint for a message whose text was changed on its way from the file. */
    static String textHint(LiveRow row, String came) {
        if (came.contains("\uFFFD") || came.contains("?")) {
            return "The bytes must be UTF-8: text.getBytes(StandardCharsets.UTF_8), and never cut inside a character.";
        }
        if (came.contains("\"\"")) {
            return "The quotation marks of the file are no part of the field: send row.message() as it is.";
        }
        if (row.message().contains("\n") && !came.contains("\n")) {
            return "A newline inside a field belongs to the message: " + Quote.text(row.message()) + ".";
        }
        return "Send row.message() as it is.";
    }
}
