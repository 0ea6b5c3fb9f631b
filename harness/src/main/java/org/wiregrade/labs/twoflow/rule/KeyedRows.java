package org.wiregrade.labs.twoflow.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wiregrade.testbed.Arrival;

/** The harness's own rows where they are not as asked, known by their keys: each goes from where it seems to begin to the next. */
record KeyedRows(List<MessageRow> file, Arrivals sent) {
    private record Key(MessageRow row, int at) {
        /** Where the row begins if all is right in front of the key. */
        int head() {
            return at - row.bytes().indexOf(row.key());
        }

        /** The row's own bytes from the key on. */
        String rest() {
            return row.bytes().substring(at - head());
        }
    }

    List<SentRow> in(Line range) {
        List<Key> keys = keys(range);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            starts.add(i == 0 ? first(keys.get(0), range) : start(keys.get(i - 1), keys.get(i)));
        }
        List<SentRow> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            int to = i + 1 < keys.size() ? starts.get(i + 1) : range.to();
            found.add(new SentRow(keys.get(i).row(), starts.get(i), sent.bytes().substring(starts.get(i), to)));
        }
        return found;
    }

    private List<Key> keys(Line range) {
        List<Key> keys = new ArrayList<>();
        String part = sent.bytes().substring(range.from(), range.to());
        for (MessageRow row : file) {
            for (int at = row.key().isEmpty() ? -1 : part.indexOf(row.key());
                    at >= 0;
                    at = part.indexOf(row.key(), at + 1)) {
                keys.add(new Key(row, range.from() + at));
            }
        }
        keys.sort(Comparator.comparingInt(Key::at));
        return keys;
    }

    private boolean isHeaded(Key key, int from) {
        String before = key.row().bytes().substring(0, key.at() - key.head());
        return key.head() >= from && sent.bytes().startsWith(before, key.head());
    }

    private int first(Key key, Line range) {
        return isHeaded(key, range.from())
                ? key.head()
                : range.from() + sent.lineEndsAt(range.from()).length();
    }

    /** Where a row begins: with its payload's head, else behind the row before, else behind the longest pause. */
    private int start(Key before, Key key) {
        int from = before.at() + before.row().key().length();
        if (isHeaded(key, from)) {
            return key.head();
        }
        int end = before.at() + before.rest().length();
        if (end <= key.at() && sent.bytes().startsWith(before.rest(), before.at())) {
            return end + sent.lineEndsAt(end).length();
        }
        return sent.beginningIn(from + 1, key.at() + 1).stream()
                .max(Comparator.comparingLong(arrival ->
                        arrival.timeNs() - sent.at(arrival.offset() - 1).timeNs()))
                .map(Arrival::offset)
                .orElse(key.at());
    }
}
