package org.wiregrade.labs.chat.rule;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.rule.Delivery.Outcome;
import org.wiregrade.testbed.CheckFailure;

/** What one client says reaches each other client, once. */
public final class DeliveryRule {
    private static final int SHOWN = 6;

    private DeliveryRule() {}

    /** The failure where nothing that anybody said reached another. */
    public static Optional<CheckFailure> reachesAnother(Exchange exchange) {
        boolean nowhere = !exchange.deliveries().isEmpty() && exchange.arrived() == 0 && !exchange.lossy();
        return nowhere ? Optional.of(missing(exchange)) : Optional.empty();
    }

    /** The failure where a message did not reach everybody, or reached somebody more than once. */
    public static Optional<CheckFailure> reachesEveryone(Exchange exchange) {
        if (exchange.deliveries().stream().anyMatch(Delivery::isMissing)
                || reachesAnother(exchange).isPresent()) {
            return Optional.of(missing(exchange));
        }
        if (exchange.arrived() == 0) {
            return Optional.of(
                    WORDS.failure(exchange.lossy() ? "delivery.lossy" : "delivery.alone", ChatAssignment.STREAMS));
        }
        return exchange.firstSurplus(each -> !each.isEcho())
                .map(twice ->
                        WORDS.failure("delivery.twice", twice.message(), twice.to(), twice.where(), twice.quoted()))
                .or(() -> outOfTime(exchange));
    }

    /** What no server does: it hands on before it has got, or when the run is long over. */
    private static Optional<CheckFailure> outOfTime(Exchange exchange) {
        return exchange.deliveries().stream()
                .filter(Delivery::arrived)
                .filter(each ->
                        each.delayNs() < ChatTolerances.EARLIEST_NS || each.delayNs() > ChatTolerances.LATEST_NS)
                .findFirst()
                .map(each -> WORDS.failure(
                        each.delayNs() < 0 ? "delivery.before" : "delivery.long-after",
                        each.message(),
                        each.to(),
                        each.where(),
                        Math.abs(each.delayNs()) / 1_000_000_000));
    }

    /** What is to be said of an exchange in which all is right. */
    public static String note(Exchange exchange) {
        return WORDS.text(
                "delivery.note",
                WORDS.count(exchange.messages().size(), "message"),
                WORDS.count(exchange.arrived(), "time"));
    }

    /** The usual mistakes, from who got what; the more telling first. */
    private static CheckFailure missing(Exchange exchange) {
        Message lost = firstLost(exchange);
        List<Delivery> all = exchange.of(lost);
        List<Delivery> missing = all.stream().filter(each -> !each.arrived()).toList();
        Optional<Delivery> changed = missing.stream()
                .filter(each -> each.outcome() == Outcome.CHANGED)
                .findFirst();
        if (changed.isPresent()) {
            Delivery other = changed.get();
            return WORDS.failure("delivery.changed", lost, other.to(), other.where(), other.quoted());
        }
        Optional<Delivery> echo =
                exchange.firstSurplus(each -> each.isEcho() && each.message().equals(lost));
        if (echo.isPresent() && missing.size() == all.size()) {
            return WORDS.failure(
                    "delivery.echo-only", lost, echo.get().where(), echo.get().quoted());
        }
        String whom =
                missing.stream().limit(SHOWN).map(each -> each.to().name()).collect(Collectors.joining(", "));
        Optional<String> pattern = exchange.arrived() == 0 ? Optional.empty() : pattern(exchange);
        if (pattern.isPresent()) {
            Client first = exchange.clients().get(0);
            Client last = exchange.clients().get(exchange.clients().size() - 1);
            Client heard = exchange.heardSpeakers().get(0);
            return WORDS.failure(pattern.get(), lost, whom, first, last, heard);
        }
        return all.size() > 1 && missing.size() == all.size()
                ? WORDS.failure("delivery.nobody", lost, all.size())
                : WORDS.failure("delivery.somebody", lost, whom);
    }

    /** The name of a mistake that shows in who is left out. */
    private static Optional<String> pattern(Exchange exchange) {
        List<Client> clients = exchange.clients();
        List<Client> served = exchange.served();
        int last = clients.size() - 1;
        if (exchange.heardSpeakers().size() == 1 && exchange.speakers().size() > 1) {
            return Optional.of("delivery.one-speaker");
        }
        if (clients.size() > 2 && served.equals(clients.subList(0, 1))) {
            return Optional.of("delivery.first-only");
        }
        if (served.equals(clients.subList(0, last)) && !exchange.reaches(clients.get(last))) {
            return Optional.of("delivery.last-missing");
        }
        if (served.equals(clients.subList(1, last + 1)) && !exchange.reaches(clients.get(0))) {
            return Optional.of("delivery.first-missing");
        }
        return Optional.empty();
    }

    /** The first message that nobody else got, or else the first that did not get everywhere. */
    private static Message firstLost(Exchange exchange) {
        List<Delivery> owed = exchange.deliveries().stream().anyMatch(Delivery::isMissing)
                ? exchange.deliveries().stream().filter(Delivery::isMissing).toList()
                : exchange.deliveries();
        Set<Message> arrived = exchange.deliveries().stream()
                .filter(Delivery::arrived)
                .map(Delivery::message)
                .collect(Collectors.toSet());
        return owed.stream()
                .map(Delivery::message)
                .filter(message -> !arrived.contains(message))
                .findFirst()
                .orElseGet(() -> owed.get(0).message());
    }
}
