package org.wiregrade.labs.chat.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who said what, and who got it: the same value of a live talk, of its recording and of a student's capture.
 *
 * @param clients in the order in which they connected
 * @param messages in the order of time
 * @param deliveries what became of each message, at each other client to which it could have come; in the messages' order
 * @param surplus what came back to who had said it, or came twice
 * @param lossy whether packets with words of the chat are missing
 */
public record Exchange(
        List<Client> clients,
        List<Message> messages,
        List<Delivery> deliveries,
        List<Delivery> surplus,
        boolean lossy) {
    public Exchange {
        clients = List.copyOf(clients);
        messages = List.copyOf(messages);
        deliveries = List.copyOf(deliveries);
        surplus = List.copyOf(surplus);
    }

    /** The part of it that is about some of the messages. */
    public Exchange about(Predicate<Message> wanted) {
        return new Exchange(
                clients,
                messages.stream().filter(wanted).toList(),
                deliveries.stream().filter(each -> wanted.test(each.message())).toList(),
                surplus.stream().filter(each -> wanted.test(each.message())).toList(),
                lossy);
    }

    /** How many deliveries arrived. */
    public long arrived() {
        return deliveries.stream().filter(Delivery::arrived).count();
    }

    /** Whether all arrived as it should, and nothing more. */
    public boolean isFlawless() {
        return arrived() > 0
                && surplus.isEmpty()
                && deliveries.stream().allMatch(each -> each.outcome() == Delivery.Outcome.PREFIXED);
    }

    /** Those who said something. */
    public List<Client> speakers() {
        return messages.stream().map(Message::by).distinct().toList();
    }

    /** Those of whom something reached another. */
    List<Client> heardSpeakers() {
        return deliveries.stream()
                .filter(Delivery::arrived)
                .map(delivery -> delivery.message().by())
                .distinct()
                .toList();
    }

    /** Those who got all that they were owed. */
    public List<Client> served() {
        return clients.stream()
                .filter(client -> deliveries.stream()
                        .noneMatch(each -> each.isMissing() && each.to().equals(client)))
                .toList();
    }

    /** Whether anything reached a client. */
    boolean reaches(Client client) {
        return deliveries.stream().anyMatch(each -> each.arrived() && each.to().equals(client));
    }

    List<Delivery> of(Message message) {
        return deliveries.stream()
                .filter(each -> each.message().equals(message))
                .toList();
    }

    Optional<Delivery> firstSurplus(Predicate<Delivery> wanted) {
        return surplus.stream().filter(wanted).findFirst();
    }
}
