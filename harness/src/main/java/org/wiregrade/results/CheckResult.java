package org.wiregrade.results;

/**
 * One check's outcome, in the words that the student reads.
 *
 * @param id stable name, such as {@code chat.broadcast}
 * @param task the part of the lab it belongs to
 * @param points what it is worth
 * @param earned between 0 and {@code points}
 * @param expected what the check asks for; empty where it passed
 * @param got what was seen; empty where it passed
 * @param hint where to look; empty where it passed
 * @param detail longer material, such as a diff or a program's last lines; may be empty
 */
public record CheckResult(
        String id,
        String task,
        String title,
        int points,
        int earned,
        Verdict verdict,
        String expected,
        String got,
        String hint,
        String detail) {}
