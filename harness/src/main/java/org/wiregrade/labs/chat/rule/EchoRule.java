package org.wiregrade.labs.chat.rule;

import java.util.Optional;
import org.wiregrade.testbed.CheckFailure;

/** Nobody is sent what they said themselves. */
public final class EchoRule {
    private EchoRule() {}

    /** The first failure. */
    public static Optional<CheckFailure> check(Exchange exchange) {
        return exchange.firstSurplus(Delivery::isEcho)
                .map(echo -> ChatWords.WORDS.failure("echo", echo.message(), echo.where(), echo.quoted()));
    }
}
