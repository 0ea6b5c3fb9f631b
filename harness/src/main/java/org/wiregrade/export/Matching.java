package org.wiregrade.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.policy.Person;

/**
 * Who in a teacher's file is who here: by the platform's number, an e-mail address or an ID, never by a name.
 *
 * @param entries by the number of the row
 * @param unmatched who has a grade and no row that is surely his or hers, a sentence each
 */
record Matching(Map<Integer, Entry> entries, List<String> unmatched) {
    private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d+)");

    /**
     * What a row says of who it is.
     *
     * @param number the platform's
     * @param ids e-mail address, ID number or user name; any of them may be missing
     * @param name may be empty; it joins nobody, but another name parts
     * @param group whose grade is that of each member; empty where there is none
     */
    record Row(int index, String number, Set<String> ids, String name, String group) {}

    /** Joins rows and entries of one platform; two for one, or one for two, are not joined. */
    static Matching of(String platform, List<Row> rows, List<Entry> entries) {
        Map<Integer, Set<Entry>> claims = new TreeMap<>();
        List<String> unmatched = new ArrayList<>();
        for (Entry entry : entries) {
            List<Row> group = group(rows, entry);
            List<Row> fits = group.isEmpty() ? fits(platform, rows, entry) : group;
            if (fits.isEmpty() || (group.isEmpty() && fits.size() > 1)) {
                unmatched.add(
                        entry.who() + (fits.isEmpty() ? ": nobody in the sheet fits" : ": several in the sheet fit"));
            } else if (group.isEmpty() && hasOtherName(entry, fits.get(0))) {
                unmatched.add(entry.who() + ": the sheet has the number for "
                        + fits.get(0).name());
            } else {
                fits.forEach(row -> claims.computeIfAbsent(row.index(), key -> new LinkedHashSet<>())
                        .add(entry));
            }
        }
        Map<Integer, Entry> joined = new LinkedHashMap<>();
        claims.forEach((row, claimants) -> {
            if (claimants.size() == 1) {
                joined.put(row, claimants.iterator().next());
            } else {
                unmatched.add(
                        String.join(", ", claimants.stream().map(Entry::who).toList())
                                + ": all of them fit one row of the sheet");
            }
        });
        return new Matching(joined, unmatched);
    }

    /** The rows of the team that handed in, whose number is none of a person. */
    private static List<Row> group(List<Row> rows, Entry entry) {
        Matcher numbered = NUMBERED.matcher(entry.submission());
        if (entry.person().isPresent() || !numbered.matches()) {
            return List.of();
        }
        String team = letters(numbered.group(1));
        return rows.stream()
                .filter(row -> !team.isEmpty() && letters(row.group()).equals(team))
                .toList();
    }

    private static List<Row> fits(String platform, List<Row> rows, Entry entry) {
        Optional<String> number = number(platform, entry);
        Set<String> ids = ids(entry);
        return rows.stream()
                .filter(row -> (number.isPresent() && row.number().equals(number.get()))
                        || row.ids().stream().anyMatch(id -> ids.contains(id.toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The platform's number for somebody: the roster's, or that of the submission's name, unless another platform gave it. */
    private static Optional<String> number(String platform, Entry entry) {
        Optional<String> known = entry.person().flatMap(person -> person.account(platform));
        Matcher numbered = NUMBERED.matcher(entry.submission());
        if (known.isPresent() || !numbered.matches()) {
            return known;
        }
        String number = numbered.group(2);
        return entry.person().isPresent() && entry.person().get().accounts().containsValue(number)
                ? Optional.empty()
                : Optional.of(number);
    }

    private static Set<String> ids(Entry entry) {
        Set<String> ids = new TreeSet<>(List.of(entry.who(), entry.submission()));
        entry.person().ifPresent(person -> ids.add(person.id()));
        entry.person()
                .map(Person::accounts)
                .ifPresent(accounts -> accounts.forEach((platform, account) -> {
                    if (!account.matches("\\d+")) {
                        ids.add(account);
                    }
                }));
        Set<String> lower = new TreeSet<>();
        ids.stream().filter(id -> !id.isEmpty()).forEach(id -> lower.add(id.toLowerCase(Locale.ROOT)));
        return lower;
    }

    /** Whether only a number joins them, and the names that go with it are not the same. */
    private static boolean hasOtherName(Entry entry, Row row) {
        Matcher numbered = NUMBERED.matcher(entry.submission());
        return entry.person().isEmpty()
                && numbered.matches()
                && row.ids().stream().noneMatch(id -> ids(entry).contains(id.toLowerCase(Locale.ROOT)))
                && !row.name().isEmpty()
                && !letters(row.name()).equals(letters(numbered.group(1)));
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
