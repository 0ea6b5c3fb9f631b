package org.wiregrade.labs.words;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.testbed.CheckFailure;

/**
 * The sentences of one lab, from a file of its package: {@code name = text}, in which <code>{0}</code> is the first value.
 *
 * <p>A failure has three of them, {@code name.expected}, {@code name.got} and, where there is one, {@code name.hint}; where
 * {@code streams.few} has none, it is that of {@code streams}. A name that the file does not have is the harness's mistake.
 */
public final class Words {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d|[a-z][a-z-]*)}");

    private final ResourceBundle sentences;
    private final Map<String, ?> facts;

    /** The sentences in {@code words.properties} in the package of a class. */
    public Words(Class<?> lab) {
        this(lab, Map.of());
    }

    /** The same, with facts of the assignment that sentences may name, such as {@code {chunk}}. */
    public Words(Class<?> lab, Map<String, ?> facts) {
        this.facts = Map.copyOf(facts);
        sentences = ResourceBundle.getBundle(lab.getPackageName() + ".words", Locale.ROOT, lab.getClassLoader());
    }

    public String text(String name, Object... values) {
        return VALUE.matcher(sentences.getString(name))
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(value(found.group(1), values))));
    }

    private Object value(String name, Object... values) {
        return facts.containsKey(name) ? facts.get(name) : values[Integer.parseInt(name)];
    }

    public boolean has(String name) {
        return sentences.containsKey(name);
    }

    /** A number with its noun, {@code count.noun.one} or {@code count.noun}. */
    public String count(long number, String noun) {
        return text("count." + noun + (number == 1 ? ".one" : ""), number);
    }

    public CheckFailure failure(String name, Object... values) {
        return hinted(name, part(name, ".hint"), values);
    }

    /** A failure whose hint, which may be missing, has a name of its own. */
    public CheckFailure hinted(String name, String hint, Object... values) {
        return new CheckFailure(
                text(part(name, ".expected"), values),
                text(part(name, ".got"), values),
                has(hint) ? text(hint, values) : "");
    }

    /** The name of a failure's part, its own or that of the name above. */
    private String part(String name, String part) {
        int above = name.lastIndexOf('.');
        return has(name + part) || above < 0 ? name + part : part(name.substring(0, above), part);
    }
}
