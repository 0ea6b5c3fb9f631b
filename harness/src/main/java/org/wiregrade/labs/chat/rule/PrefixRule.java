package org.wiregrade.labs.chat.rule;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.Optional;
import org.wiregrade.labs.chat.rule.Delivery.Outcome;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;

/** What is handed on is {@code [ip:port] } of who said it, and the text. */
public final class PrefixRule {
    private PrefixRule() {}

    /**
     * The first failure. A text that did not have to arrive, or of which a capture may lack a part, can stand somewhere
     * by chance: it counts only where no prefix is right.
     */
    public static Optional<CheckFailure> check(Exchange exchange) {
        if (exchange.arrived() == 0) {
            return Optional.of(WORDS.failure("prefix.none"));
        }
        boolean never = exchange.deliveries().stream().noneMatch(each -> each.outcome() == Outcome.PREFIXED);
        return exchange.deliveries().stream()
                .filter(each -> each.outcome() == Outcome.OTHERWISE && (never || each.due()))
                .findFirst()
                .map(PrefixRule::wrong);
    }

    private static CheckFailure wrong(Delivery delivery) {
        Message message = delivery.message();
        return WORDS.hinted(
                "prefix",
                PrefixMistake.of(delivery).hint(),
                Quote.text(ChatAssignment.prefix(message.by().address()) + message.text()),
                delivery.to(),
                delivery.where(),
                delivery.quoted());
    }
}
