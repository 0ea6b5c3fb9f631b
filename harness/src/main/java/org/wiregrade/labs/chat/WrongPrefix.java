package org.wiregrade.labs.chat;

import org.wiregrade.wire.Endpoint;

/** The usual mistakes with what stands in front of a message. */
enum WrongPrefix {
    NONE("Put the sender's address in brackets, and a space, in front of the text before you send it."),
    SLASH("The slash comes from printing Java's address objects; getHostAddress() gives the address alone."),
    TUPLE("Take the address apart: ip, a colon, port, in square brackets."),
    NO_SPACE("There is one space between the closing bracket and the text."),
    SERVER("That is the server's own address; the sender's is that of the other end of its socket."),
    SOMEBODY_ELSE("That is another client's address; take the one of the socket that the message came from."),
    PORT_ONLY("Both are asked for: ip and port of the sender."),
    OTHER("The form is asked for exactly: [ip:port], one space, the text.");

    private final String hint;

    WrongPrefix(String hint) {
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    static WrongPrefix of(Delivery delivery) {
        Endpoint speaker = delivery.said().by();
        String address = ChatCaptureRules.address(speaker);
        String squeezed = ChatText.squeeze(delivery.seen());
        String front = squeezed.substring(
                0,
                Math.max(
                        0,
                        squeezed.length()
                                - ChatText.squeeze(delivery.said().text()).length()));
        if (front.isEmpty()) {
            return NONE;
        }
        if (front.equals("[" + address + "]")) {
            return NO_SPACE;
        }
        if (front.contains("/" + address)) {
            return SLASH;
        }
        if (front.contains(ChatCaptureRules.address(delivery.to().server()))) {
            return SERVER;
        }
        if (front.contains(ChatCaptureRules.address(delivery.to().client()))
                || (front.matches("\\[[^\\]]+:\\d+]") && !front.contains(":" + speaker.port()))) {
            return SOMEBODY_ELSE;
        }
        if (front.contains("'" + speaker.ip() + "'") || front.contains("(")) {
            return TUPLE;
        }
        return !front.contains(speaker.ip()) && front.contains(String.valueOf(speaker.port())) ? PORT_ONLY : OTHER;
    }
}
