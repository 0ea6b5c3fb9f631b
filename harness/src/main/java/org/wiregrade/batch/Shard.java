package org.wiregrade.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines' part of a class.
 *
 * @param number 1 to {@code of}
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    /** The whole class. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (of < 1 || number < 1 || number > of) {
            throw new IllegalArgumentException("there is no shard " + number + " of " + of);
        }
    }

    /** Reads {@code K/N}, K from 1. */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a shard is written K/N, such as 2/4, not \"" + text + "\"");
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /**
     * What the environment of a CI job says: GitLab's {@code CI_NODE_INDEX} (from 1) with {@code CI_NODE_TOTAL}, or
     * Kubernetes' {@code JOB_COMPLETION_INDEX} (from 0) with {@code WIREGRADE_SHARDS}, since Kubernetes does not tell the
     * number of completions; empty where neither is there.
     */
    public static Optional<Shard> fromEnvironment(Map<String, String> environment) {
        if (environment.containsKey("CI_NODE_INDEX") && environment.containsKey("CI_NODE_TOTAL")) {
            return Optional.of(parse(environment.get("CI_NODE_INDEX") + "/" + environment.get("CI_NODE_TOTAL")));
        }
        if (environment.containsKey("JOB_COMPLETION_INDEX") && environment.containsKey("WIREGRADE_SHARDS")) {
            int index = Integer.parseInt(environment.get("JOB_COMPLETION_INDEX"));
            return Optional.of(new Shard(index + 1, Integer.parseInt(environment.get("WIREGRADE_SHARDS"))));
        }
        return Optional.empty();
    }

    /** This part of a list that is in the same order on every machine. */
    public <T> List<T> of(List<T> all) {
        List<T> part = new ArrayList<>();
        for (int i = number - 1; i < all.size(); i += of) {
            part.add(all.get(i));
        }
        return part;
    }
}
