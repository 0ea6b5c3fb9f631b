package org.wiregrade.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.wiregrade.build.Compiler;
import org.wiregrade.labs.Labs;
import org.wiregrade.results.Transcript;
import org.wiregrade.run.Testbeds;
import org.wiregrade.run.WorkFolder;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.TestbedSource;
import org.wiregrade.testbed.Vocabulary;

/**
 * Gives the checks that Maven runs on a student's machine their testbeds, and the student a report.
 *
 * <p>The JUnit Platform finds it by its service file.
 */
public final class StudentTestbeds implements LauncherSessionListener {
    private final Vocabulary any = Vocabulary.any();
    private final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
    private Host host;

    private record Host(WorkFolder work, Compiler compiler, Testbeds testbeds) {
        static Host open(List<Transcript> transcripts) throws IOException {
            WorkFolder work = WorkFolder.create();
            Compiler compiler = new Compiler();
            return new Host(
                    work,
                    compiler,
                    new Testbeds(
                            Labs.all(),
                            Template.bundled(),
                            new ProcessSandbox(),
                            compiler,
                            work.path(),
                            Optional.empty(),
                            Optional.empty(),
                            transcripts::add));
        }

        void close() {
            compiler.close();
            work.close();
        }
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        TestbedSource source = (lab, submission, seed) -> {
            if (host == null) {
                host = Host.open(transcripts);
            }
            return host.testbeds().open(lab, submission, Optional.of(words(seed)));
        };
        session.getStore().put(Namespace.create(TestbedSource.class), TestbedSource.class, source);
        session.getLauncher().registerTestExecutionListeners(new StudentReport(transcripts, this::words));
    }

    /** One seed for the whole run: that which was asked for, if any. */
    private String words(Optional<String> seed) {
        return seed.filter(typed -> !typed.isBlank()).orElseGet(() -> String.valueOf(any.seed()));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (host != null) {
            host.close();
        }
    }
}
