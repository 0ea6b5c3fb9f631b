package org.wiregrade.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names by which results are kept: harmless as a file's name, and no two the same on any system, whatever the names are
 * that were handed in.
 *
 * <p>A name depends on nothing but what was handed in and what it meets, so it is the same on every machine and every day.
 */
final class Names {
    private static final int LONGEST = 100;
    private static final int MOST_BYTES = 200;
    private static final int MARK_DIGITS = 8;

    /** How many could have a name, and how many have it by their whole name. */
    private final Map<String, Integer> wanted = new HashMap<>();

    private final Map<String, Integer> wholes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Names() {}

    /**
     * What is to be named.
     *
     * @param plain the name that it has where no other comes near it, such as a zip's without the ending
     * @param whole the name as it was handed in, which no other has
     */
    record Given(String plain, String whole) {}

    /** A name for each, in their order. */
    static List<String> of(List<Given> given) {
        var names = new Names();
        for (Given each : given) {
            names.want(key(safe(each.plain)));
            names.wholes.merge(key(safe(each.whole)), 1, Integer::sum);
            if (!key(safe(each.whole)).equals(key(safe(each.plain)))) {
                names.want(key(safe(each.whole)));
            }
        }
        return given.stream().map(names::name).toList();
    }

    private void want(String key) {
        wanted.merge(key, 1, Integer::sum);
    }

    private String name(Given given) {
        String plain = safe(given.plain);
        if (wanted.get(key(plain)) == 1 && taken.add(key(plain))) {
            return plain;
        }
        String whole = safe(given.whole);
        if (wholes.get(key(whole)) == 1 && taken.add(key(whole))) {
            return whole;
        }
        String mark = mark(given.whole);
        for (int digits = MARK_DIGITS; ; digits += MARK_DIGITS) {
            String ending = "-" + mark.substring(0, digits);
            String name = cut(safe(given.whole), LONGEST - ending.length(), MOST_BYTES - ending.length()) + ending;
            if (!wanted.containsKey(key(name)) && taken.add(key(name))) {
                return name;
            }
        }
    }

    /** Letters of any script and a few signs: what is harmless in a path, a table and a terminal. */
    static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._@+()-]", "_")
                .strip();
        String visible = plain.replaceFirst("^\\.+", "_");
        return cut(visible.isEmpty() ? "submission" : visible, LONGEST, MOST_BYTES);
    }

    /** No system's file name may be longer than 255 bytes, and no letter is cut in two. */
    private static String cut(String name, int most, int mostBytes) {
        int end = Math.min(name.length(), most);
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > mostBytes
                || (end < name.length() && Character.isLowSurrogate(name.charAt(end)))) {
            end--;
        }
        return name.substring(0, end);
    }

    /** The same for names that some system takes for one: most of Windows' and macOS' do not tell case, Windows drops final dots. */
    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replaceFirst("[. ]+$", "");
    }

    private static String mark(String name) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
