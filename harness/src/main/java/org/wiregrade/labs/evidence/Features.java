package org.wiregrade.labs.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.testbed.Feature;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** By what a capture and an explanation are known again, whatever was renamed, shifted in time or left out. */
public final class Features {
    /** More than a lab's evidence has. */
    private static final int MOST = 64;

    private static final int FEWEST_WORDS = 6;
    private static final int HASH_LENGTH = 16;
    private static final Pattern QUOTED = Pattern.compile("[\"“„»«`'][^\"”“»«`']{1,80}[\"”“»«`']");
    private static final Pattern NAME = Pattern.compile("(?<!^)\\b\\p{Lu}\\p{L}*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private Features() {}

    /** The initial sequence numbers, which each system chooses anew for each connection, with the client's port. */
    public static void ofStreams(List<TcpStream> streams, String file, TestReporter report) {
        streams.stream()
                .filter(TcpStream::handshake)
                .limit(MOST)
                .flatMap(stream -> Stream.of(stream.toServer(), stream.toClient())
                        .filter(flow -> !flow.segments().isEmpty())
                        .map(flow -> stream.client().port() + ":" + initial(flow)))
                .forEach(value -> new Feature("capture", value, file).publish(report));
    }

    private static long initial(Flow flow) {
        Segment first = flow.segments().get(0);
        return (first.sequence() - first.offset()) & 0xffff_ffffL;
    }

    /** What is left of a sentence without names, numbers and quotations; one of a few words is anybody's. */
    public static void ofSentences(List<String> sentences, String file, TestReporter report) {
        sentences.stream()
                .limit(MOST)
                .map(Features::plain)
                .filter(words -> words.split(" ").length >= FEWEST_WORDS)
                .distinct()
                .forEach(words -> new Feature("explanation", hash(words), file).publish(report));
    }

    private static String plain(String sentence) {
        String nameless = NAME.matcher(QUOTED.matcher(sentence).replaceAll(" ")).replaceAll(" ");
        return NO_LETTER
                .matcher(nameless.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
