package org.wiregrade.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody on the roster.
 *
 * @param accounts what each platform calls this person: a number, a user name; {@code email} for the address
 */
public record Person(String id, String name, String team, List<String> sections, Map<String, String> accounts) {
    public Person {
        sections = List.copyOf(sections);
        accounts = Map.copyOf(accounts);
    }

    /** What a platform calls this person; empty where the roster does not say it. */
    public Optional<String> account(String platform) {
        return Optional.ofNullable(accounts.get(platform));
    }

    Collection<String> numbers() {
        return accounts.values();
    }
}
