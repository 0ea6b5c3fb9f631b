package org.wiregrade.labs.chat.rule;

import java.util.Locale;
import org.wiregrade.wire.Endpoint;

/** The usual mistakes with what stands in front of a message; the hint of each has its name. */
enum PrefixMistake {
    NONE,
    CAPITALS,
    BYTES,
    FIRST_LOST,
    BLANKS,
    DOUBLED,
    BEHIND_ANOTHER,
    TEXT_CHANGED,
    NO_SPACE,
    SLASH,
    SERVER,
    RECIPIENT,
    SOMEBODY_ELSE,
    TUPLE,
    NO_BRACKETS,
    PART,
    MORE,
    OTHER;

    /** The name of its hint. */
    String hint() {
        return "prefix.hint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PrefixMistake of(Delivery delivery) {
        Message message = delivery.message();
        Endpoint sender = message.by().address();
        String wanted = ChatAssignment.prefix(sender);
        String came = delivery.seen();
        if (came.contains(wanted) && hasLength(came.substring(0, came.indexOf(wanted)))) {
            return BYTES;
        }
        if (came.endsWith(wanted + message.text())) {
            return BEHIND_ANOTHER;
        }
        if (came.equalsIgnoreCase(wanted + message.text())) {
            return CAPITALS;
        }
        if (came.startsWith(wanted)) {
            return ofText(message.text(), came.substring(wanted.length()));
        }
        String squeezed = ChatText.squeeze(came);
        int text = ChatText.squeeze(message.text()).length();
        String front = squeezed.substring(0, Math.max(0, squeezed.length() - text));
        return front.isEmpty() ? NONE : ofFront(front, delivery, wanted.strip());
    }

    /** Control characters, or bytes that are no letters. */
    private static boolean hasLength(String front) {
        return front.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\uFFFD');
    }

    private static PrefixMistake ofText(String text, String came) {
        if (came.equalsIgnoreCase(text.substring(1))) {
            return FIRST_LOST;
        }
        if (ChatText.squeeze(came).equals(ChatText.squeeze(text))) {
            return BLANKS;
        }
        return came.startsWith(text) ? DOUBLED : TEXT_CHANGED;
    }

    private static PrefixMistake ofFront(String front, Delivery delivery, String brackets) {
        Endpoint sender = delivery.message().by().address();
        String address = brackets.substring(1, brackets.length() - 1);
        String port = String.valueOf(sender.port());
        if (front.equals(brackets)) {
            return NO_SPACE;
        }
        if (front.contains("/" + address)) {
            return SLASH;
        }
        if (front.contains(":" + delivery.to().server().port())) {
            return SERVER;
        }
        if (front.contains(":" + delivery.to().address().port())) {
            return RECIPIENT;
        }
        if (front.matches("\\[[^\\]]+:\\d+]") && !front.contains(":" + port)) {
            return SOMEBODY_ELSE;
        }
        if (front.contains("'" + sender.ip() + "'") || front.contains("(")) {
            return TUPLE;
        }
        if (front.contains(port) && !front.contains("[")) {
            return NO_BRACKETS;
        }
        if (front.contains(port) && !front.contains(address)) {
            return PART;
        }
        return front.contains(address) ? MORE : OTHER;
    }
}
