package org.wiregrade.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the times at which somebody handed in.
 *
 * @param at empty where nothing says when
 * @param graded its result, which may not be there
 */
record Attempt(Optional<Instant> at, Optional<Course.Graded> graded) {}
