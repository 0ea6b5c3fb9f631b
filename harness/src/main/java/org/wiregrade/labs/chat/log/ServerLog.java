package org.wiregrade.labs.chat.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.log.LogEntry.Event;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.wire.Endpoint;

/** The lines of a server's log; a line is known by its tag, with or without a time or a logger's words in front. */
public record ServerLog(List<LogEntry> entries, int runs) {
    private static final int LONGEST_LINE = 20_000;
    private static final int LONGEST_PREFIX = 100;
    private static final Pattern TAG = Pattern.compile("\\[\\s?([A-Za-z0-9][\\w .:-]{1,45})\\s?]|\\b(RECV|FWD)\\b");

    /** What may stand before a tag: a time, another tag, a level, a logger's or a container's name. */
    private static final Pattern PREFIX_WORD = Pattern.compile(
            "\\S*\\d\\S*|\\[.*|.*]|[^\\p{L}]+|[A-Z]{2,}[:,]?|[A-Z][:,/]|\\S+[:|]"
                    + "|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}[.,]?");

    private static final Pattern TIME = Pattern.compile("^\\W{0,3}(?:\\d{4}-\\d\\d-\\d\\d.?)?\\d\\d:\\d\\d");

    private static final String V4 = "(?:\\d{1,3}\\.){3}\\d{1,3}";
    private static final Pattern ENDPOINT = Pattern.compile("(?<![\\d.])((?:::ffff:)?" + V4
            + "|[0-9a-fA-F:]{2,39}(?:%\\w{1,15})?)]?['\"]?\\s?[:,]\\s?(\\d{1,5})(?!\\d)");
    private static final Pattern BEHIND_ENDPOINT = Pattern.compile("^(?:, ?\\d+){0,2}[)'\"\\]]*");
    private static final Pattern ARROW = Pattern.compile("^[^>→]{0,30}?(?:->|=>|→|>>)");
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*(?:[:|=–-]|said:?|says:?|sent:?)?\\s*");
    private static final Pattern FROM =
            Pattern.compile("\\s*(?:from|to|client|de la|către|<-|[(\\['\"/]){0,40}+\\s*$", Pattern.CASE_INSENSITIVE);

    public ServerLog {
        entries = List.copyOf(entries);
    }

    public static ServerLog of(String text) {
        List<LogEntry> entries = new ArrayList<>();
        int number = 0;
        int run = -1;
        for (String line : PrintedLines.withoutQuotations(text)) {
            number++;
            Optional<Tagged> tagged = tagged(line);
            if (tagged.isEmpty()) {
                continue;
            }
            if (tagged.get().name().equals("START") || run < 0) {
                run++;
            }
            int inRun = run;
            int at = number;
            tagged.get().entry(at, inRun).ifPresent(entries::add);
        }
        return new ServerLog(entries, run + 1);
    }

    List<LogEntry> of(Event event) {
        return entries.stream().filter(entry -> entry.event() == event).toList();
    }

    /** Whether a line is a log's, so that it is no part of an explanation. */
    static boolean isLogLine(String line) {
        return tagged(line)
                .filter(tagged -> tagged.entry(0, 0).isPresent() || !tagged.readsLikeSentence())
                .isPresent();
    }

    private record Tagged(String name, String rest) {
        Optional<Event> event() {
            return switch (name) {
                case "RECV", "RECEIVED", "RECEIVE" -> Optional.of(Event.RECEIVED);
                case "FWD", "FORWARD", "FORWARDED", "SEND", "SENT" -> Optional.of(Event.FORWARDED);
                case "CONNECT", "CONNECTED" -> Optional.of(Event.CONNECTED);
                case "DISCONNECT", "DISCONNECTED" -> Optional.of(Event.DISCONNECTED);
                default -> Optional.empty();
            };
        }

        Optional<LogEntry> entry(int line, int run) {
            Matcher endpoint = ENDPOINT.matcher(rest);
            while (event().isPresent() && endpoint.find()) {
                Optional<Endpoint> client = Addresses.endpoint(endpoint.group(1), endpoint.group(2));
                if (client.isPresent()) {
                    String before = rest.substring(0, endpoint.start());
                    LoggedText words = words(before, rest.substring(endpoint.end()));
                    return Optional.of(new LogEntry(line, run, event().get(), client.get(), words));
                }
            }
            return Optional.empty();
        }

        private static LoggedText words(String before, String behind) {
            String said = BEHIND_ENDPOINT.matcher(behind).replaceFirst("");
            Matcher arrow = ARROW.matcher(said);
            String message = arrow.find()
                    ? said.substring(arrow.end())
                    : SEPARATOR.matcher(said).replaceFirst("");
            if (message.isBlank()) {
                String text = before.strip().replaceAll("\\s+", " ");
                return new LoggedText(FROM.matcher(text).replaceFirst(""));
            }
            return new LoggedText(message);
        }

        boolean readsLikeSentence() {
            String words = rest.strip();
            return !name.matches("[\\d.:A-F]+")
                    && words.matches("(?s).*[.!?][)\"'”]*")
                    && words.split("\\s+").length >= 5;
        }
    }

    private static Optional<Tagged> tagged(String line) {
        String start = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        Matcher tag = TAG.matcher(start);
        Optional<Tagged> first = Optional.empty();
        while (tag.find() && tag.start() <= LONGEST_PREFIX && isPrefix(start.substring(0, tag.start()))) {
            String name = (tag.group(1) == null ? tag.group(2) : tag.group(1)).strip();
            Tagged tagged = new Tagged(name.toUpperCase(Locale.ROOT), start.substring(tag.end()));
            if (tagged.event().isPresent()) {
                return Optional.of(tagged);
            }
            first = first.isPresent() ? first : Optional.of(tagged);
        }
        return first;
    }

    private static boolean isPrefix(String before) {
        if (TIME.matcher(before).find()) {
            return true;
        }
        for (String word : before.strip().split("\\s+")) {
            if (!word.isEmpty() && !PREFIX_WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }
}
