package org.wiregrade.submission;

import java.nio.file.Path;

/** What a student handed in, as a folder. */
public record Submission(String name, Path folder) {}
