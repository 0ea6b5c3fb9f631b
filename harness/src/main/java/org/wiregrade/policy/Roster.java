package org.wiregrade.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is in the class, and what platforms call them. */
public record Roster(List<Person> people) {
    /** No roster: people are called as their submissions are. */
    public static final Roster NONE = new Roster(List.of());

    private static final List<String> NUMBERS = List.of("email", "moodle", "canvas", "gradescope", "github");
    private static final Set<String> COLUMNS = Stream.concat(
                    Stream.of("id", "family", "given", "group", "sections"), NUMBERS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern ENDS_WITH_NUMBER = Pattern.compile(".*_(\\d+)");

    public Roster {
        people = List.copyOf(people);
    }

    /** The roster in a CSV file; a column that is not known, or an id that stands twice, is refused. */
    public static Roster read(Path file) throws IOException {
        Map<String, Person> people = new LinkedHashMap<>();
        for (CsvList.Row row : CsvList.read(file, COLUMNS)) {
            Map<String, String> accounts = new LinkedHashMap<>();
            NUMBERS.forEach(column -> row.get(column).ifPresent(account -> accounts.put(column, account)));
            String name = Stream.of("given", "family")
                    .flatMap(column -> row.get(column).stream())
                    .collect(Collectors.joining(" "));
            String id = row.needed("id");
            Person person = new Person(
                    id,
                    name,
                    row.get("group").orElse(""),
                    Arrays.stream(row.get("sections").orElse("").split(";"))
                            .filter(section -> !section.isBlank())
                            .map(String::strip)
                            .toList(),
                    accounts);
            if (people.put(id, person) != null) {
                throw row.wrong("\"" + id + "\" is on the roster twice");
            }
        }
        return new Roster(new ArrayList<>(people.values()));
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }

    Optional<Person> called(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /**
     * Whose submission it is, by id, by what a platform calls somebody, or by the platform's number at the name's end; never
     * by a name alone.
     *
     * @return more than one where that cannot be told, none where nobody fits
     */
    public List<Person> owning(String submission) {
        Matcher number = ENDS_WITH_NUMBER.matcher(submission);
        String last = number.matches() ? number.group(1) : "";
        List<Person> ids =
                people.stream().filter(person -> person.id().equals(submission)).toList();
        if (!ids.isEmpty()) {
            return ids;
        }
        return people.stream()
                .filter(person -> person.numbers().stream()
                        .anyMatch(each -> each.equals(last)
                                || each.toLowerCase(Locale.ROOT).equals(submission.toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** Whether somebody is meant by an id, by {@code @} and a section, or by {@code +} and a team. */
    boolean means(String whom, String id) {
        if (whom.startsWith("@") || whom.startsWith("+")) {
            String group = whom.substring(1);
            return called(id)
                    .filter(person -> whom.startsWith("@")
                            ? person.sections().contains(group)
                            : person.team().equals(group))
                    .isPresent();
        }
        return whom.equals(id);
    }

    /** All that may stand where people are named. */
    List<String> names() {
        return people.stream()
                .flatMap(person -> Stream.of(
                                Stream.of(person.id()),
                                person.sections().stream().map(section -> "@" + section),
                                Stream.of(person.team())
                                        .filter(team -> !team.isEmpty())
                                        .map(team -> "+" + team))
                        .flatMap(each -> each))
                .distinct()
                .toList();
    }
}
