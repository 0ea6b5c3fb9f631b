package org.wiregrade.policy;

import java.time.Instant;

/**
 * That somebody handed something in.
 *
 * @param lab empty where the list is of one lab
 * @param from what says so: {@code platform}, {@code commit}, {@code file} or {@code list}
 * @param submission the name of its result; empty where that is found by who it is
 */
public record Handing(String who, String lab, Instant at, String from, String submission) {}
