package org.wiregrade.labs.chat.rule;

import org.wiregrade.wire.Endpoint;

/**
 * A client of an exchange.
 *
 * @param number a capture's stream number, or its place among the harness's clients
 * @param address as its server sees it
 * @param server as it sees its server
 * @param name as failures name it
 */
public record Client(int number, Endpoint address, Endpoint server, String name) {
    @Override
    public String toString() {
        return name;
    }
}
