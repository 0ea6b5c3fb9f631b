package org.wiregrade.labs.chat.log;

import org.wiregrade.wire.Endpoint;

/**
 * One line of a server's log that tells of a client.
 *
 * @param line its number in the file, from 1
 * @param run which start of the server it belongs to, from 0
 * @param client whom it tells of
 * @param words what the line says besides tag and client: the text, in whatever form it was printed
 */
public record LogEntry(int line, int run, Event event, Endpoint client, LoggedText words) {
    /** What a line tells. */
    public enum Event {
        /** A message came from the client. */
        RECEIVED("RECV"),
        /** A message was sent to the client. */
        FORWARDED("FWD"),
        CONNECTED("CONNECT"),
        DISCONNECTED("DISCONNECT");

        private final String tag;

        Event(String tag) {
            this.tag = tag;
        }

        /** As the lab asks for it, in brackets. */
        String tag() {
            return "[" + tag + "]";
        }
    }
}
