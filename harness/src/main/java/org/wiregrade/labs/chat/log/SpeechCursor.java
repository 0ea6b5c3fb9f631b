package org.wiregrade.labs.chat.log;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.Message;

/** Goes through what one client said, while the lines of a log are read; each thing said explains one line. */
final class SpeechCursor {
    /** From here on one read may have been a part of what was sent, in letters. */
    private static final int LONG_TEXT = 256;

    private static final Pattern CUT = Pattern.compile("(?<=.{8})(?:\\.{3}|…)$");

    private final List<Message> speech;
    private final List<String> keys;
    private final BitSet taken = new BitSet();

    SpeechCursor(List<Message> speech) {
        this.speech = speech;
        keys = speech.stream().map(message -> ChatText.squeeze(message.text())).toList();
    }

    /** Takes what a line tells: one thing said, several read at once, or a part of a long one; false where none fits. */
    boolean take(LoggedText logged) {
        List<String> readings = logged.keys().toList();
        for (boolean exact : new boolean[] {true, false}) {
            for (String reading : readings) {
                if (take(reading, exact)) {
                    return true;
                }
            }
        }
        return readings.stream()
                .anyMatch(reading -> isRest(reading) || (reading.length() >= LONG_TEXT && isPart(reading)));
    }

    private boolean take(String reading, boolean exact) {
        for (int from = taken.nextClearBit(0); from < keys.size(); from = taken.nextClearBit(from + 1)) {
            int to = endOfMatch(reading, from, exact);
            if (to > from) {
                taken.set(from, to);
                return true;
            }
        }
        return false;
    }

    /** Behind the last of the things said that together are the reading; {@code from} where they are not. */
    private int endOfMatch(String reading, int from, boolean exact) {
        StringBuilder together = new StringBuilder();
        for (int i = from; i < keys.size() && !taken.get(i) && together.length() < reading.length(); i++) {
            together.append(keys.get(i));
            if (matches(reading, together.toString(), exact)) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean matches(String reading, String said, boolean exact) {
        if (exact) {
            return reading.equals(said);
        }
        String begin = CUT.matcher(reading).replaceFirst("");
        return LoggedText.sameLetters(reading, said) || (begin.length() < reading.length() && said.startsWith(begin));
    }

    /** Whether it is what the last read brought of something long, however little that was. */
    private boolean isRest(String reading) {
        return !reading.isEmpty()
                && keys.stream().anyMatch(key -> key.length() >= 2 * LONG_TEXT && key.endsWith(reading));
    }

    private boolean isPart(String reading) {
        return String.join("", keys).contains(reading);
    }

    /** The first thing said that no line has told of yet. */
    Optional<Message> next() {
        int next = taken.nextClearBit(0);
        return next < speech.size() ? Optional.of(speech.get(next)) : Optional.empty();
    }

    Optional<Message> last() {
        return speech.isEmpty() ? Optional.empty() : Optional.of(speech.get(speech.size() - 1));
    }
}
