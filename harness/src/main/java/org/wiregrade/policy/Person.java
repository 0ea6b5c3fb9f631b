package org.wiregrade.policy;

import java.util.List;
import java.util.Set;

/**
 * Somebody on the roster.
 *
 * @param numbers what platforms call this person: numbers, e-mail address, user name
 */
public record Person(String id, String name, String team, List<String> sections, Set<String> numbers) {
    public Person {
        sections = List.copyOf(sections);
        numbers = Set.copyOf(numbers);
    }
}
