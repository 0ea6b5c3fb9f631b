package org.wiregrade.testbed;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The words, names and numbers that the harness says to programs, chosen by a seed: no program can know them before.
 *
 * <p>Each choice has a name, so that it is the same wherever and whenever it is asked for. Seed 0 takes the first of
 * each list; what the fixtures' students are told is written down in these words.
 */
public final class Vocabulary {
    /** The seed of the words in which things are written down. */
    public static final long PLAIN = 0;

    private static final int SEEDS = 1_000_000;
    private static final int OFFSETS = 900;
    private static final List<String> NOUNS =
            List.of(("apple river candle window garden pencil harbor violet summer winter copper silver button carpet"
                            + " basket bottle bridge camera cherry circle corner cotton dragon eagle engine fabric feather"
                            + " finger forest galaxy ginger guitar hammer helmet island jacket jungle kettle ladder lantern"
                            + " lemon letter lizard magnet maple marble meadow mirror mountain needle ocean olive onion"
                            + " orange oyster paddle palace parrot pebble pepper piano pillow planet pocket potato puzzle"
                            + " rabbit ribbon rocket saddle salmon shadow shovel signal sparrow spider spoon statue stone"
                            + " street sugar table temple thunder ticket timber tomato tower tulip tunnel turtle valley"
                            + " velvet village violin wagon walnut water whale whistle willow wolf yellow zebra")
                    .split(" "));
    private static final List<String> SHORT_NOUNS = List.of(
            ("ant arm bag bat bee bus cap car cat cow cup day dog ear egg eye fan fig fox gem hat hen hut ice ink jam"
                            + " jar key kit leg lid log map mud net nut oak oar owl pan pea pen pie pig pot rug sea sky sun"
                            + " tea toe top toy van wax web yak zoo")
                    .split(" "));
    private static final List<String> SEPARATORS = List.of("-", "_", "+", "=", "#");
    private static final List<String> ENDS = List.of("!", ".", "*", "~");

    private final long seed;

    public Vocabulary(long seed) {
        this.seed = seed;
    }

    /** Vocabulary that nobody has chosen. */
    public static Vocabulary any() {
        return new Vocabulary(1 + new SplittableRandom().nextInt(SEEDS - 1));
    }

    /**
     * The words of a seed as somebody has typed it, or any where nothing was typed.
     *
     * @throws IllegalArgumentException where it is not a number from 0 on
     */
    public static Vocabulary of(String typed) {
        if (typed.isBlank()) {
            return any();
        }
        if (!typed.strip().matches("\\d{1,18}")) {
            throw new IllegalArgumentException("the seed must be a number from 0 on, not " + typed);
        }
        return new Vocabulary(Long.parseLong(typed.strip()));
    }

    /** The number that gives the same words again. */
    public long seed() {
        return seed;
    }

    /** A number below a bound, 0 of seed 0. */
    public int number(String name, int bound) {
        return seed == PLAIN ? 0 : random(name).nextInt(bound);
    }

    /** One of some texts, the first of seed 0. */
    public String one(String name, List<String> texts) {
        return texts.get(number(name, texts.size()));
    }

    /** An English word in small letters, {@code plain} of seed 0. */
    public String noun(String name, String plain) {
        return seed == PLAIN ? plain : one(name, NOUNS);
    }

    /** An English word of three small letters, {@code plain} of seed 0. */
    public String shortNoun(String name, String plain) {
        return seed == PLAIN ? plain : one(name, SHORT_NOUNS);
    }

    /**
     * Plain words with spaces between them and a full stop behind.
     *
     * @param plain the text of seed 0, whose length the others have, too
     */
    public String sentence(String name, String plain) {
        if (seed == PLAIN) {
            return plain;
        }
        SplittableRandom random = random(name);
        var text = new StringBuilder();
        while (text.length() < plain.length() - 1) {
            text.append(text.length() == 0 ? "" : " ").append(NOUNS.get(random.nextInt(NOUNS.size())));
        }
        text.setLength(plain.length() - 1);
        int end = text.length();
        // Where a word has just ended there are two full stops.
        return text.charAt(end - 1) == ' ' ? text.substring(0, end - 1) + ".." : text + ".";
    }

    /** The form of words with a number in them, such as {@code hello-7!}, no two of which are alike. */
    public Numbered numbered(String name) {
        return new Numbered(
                noun(name + " word", "hello"),
                one(name + " separator", SEPARATORS),
                seed == PLAIN ? 0 : 100 + number(name + " offset", OFFSETS),
                one(name + " end", ENDS));
    }

    private SplittableRandom random(String name) {
        return new SplittableRandom(seed * 31 + name.hashCode()).split();
    }

    /**
     * A form of words with a number in them: no spaces, so that they survive any trimming, and an end, so that none is the
     * beginning of another.
     *
     * @param offset is added to each number
     */
    public record Numbered(String word, String separator, int offset, String end) {
        /** The word of a number from 0 on. */
        public String of(int number) {
            return word + separator + (offset + number) + end;
        }
    }
}
