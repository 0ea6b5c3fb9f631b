package org.wiregrade.batch;

import java.util.regex.Pattern;
import org.wiregrade.results.CheckResult;

/** What a machine or a sandbox lacks where a program that is right loses points, by the words of the failure. */
enum Lack {
    DISK(
            "no space left|no room for its files|disk quota exceeded|ENOSPC",
            "There is no room on the disk of temporary files, " + System.getProperty("java.io.tmpdir") + "."),
    /** Before memory, of which Java speaks, too, where it gets no thread. */
    THREADS(
            "unable to create native thread|no more threads or processes|pthread_create failed|failed to start thread|resource temporarily unavailable"
                    + "|cannot create worker gc thread|cannot fork|clone|creating new namespace failed",
            "Processes and threads are too few: the user's limit is `ulimit -u`, a container's is pids."),
    MEMORY(
            "insufficient memory|could have no more memory|cannot allocate memory|outofmemoryerror: java heap|error='not enough space'|os::commit_memory",
            "There is not enough memory."),
    FILES(
            "too many open files|could open no more files|EMFILE",
            "Open files are too few: the user's limit is `ulimit -n`."),
    JAVAC(
            "JVM that compiles|javac (?:ended|was ended|itself failed)|no such file.*bin/java|cannot run program.*java",
            "The Java that wiregrade runs with has no compiler that works: install a whole JDK."),
    FEWER_AT_ONCE("", "This machine is too slow, too busy or too small for so many at once."),
    ANYTHING("", "One alone loses points, too: this machine or this sandbox cannot run such programs as it is.");

    private final Pattern words;
    private final String sentence;

    Lack(String words, String sentence) {
        this.words = words.isEmpty() ? null : Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.sentence = sentence;
    }

    /** What a check's words say, or, where they say nothing, what follows from fewer having been enough. */
    static Lack of(CheckResult failed, boolean fewerAreEnough) {
        String said = failed.got() + "\n" + failed.detail();
        for (Lack lack : values()) {
            if (lack.words != null && lack.words.matcher(said).find()) {
                return lack;
            }
        }
        return fewerAreEnough ? FEWER_AT_ONCE : ANYTHING;
    }

    String sentence() {
        return sentence;
    }
}
