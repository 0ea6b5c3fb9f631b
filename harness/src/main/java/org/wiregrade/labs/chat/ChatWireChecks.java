package org.wiregrade.labs.chat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.labs.chat.live.Talk;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.PrefixRule;
import org.wiregrade.labs.chat.wire.CapturedExchange;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/**
 * The rules for exchanges, on the recording of the first conversation itself; worth no points, since the live checks are.
 */
@Task(value = "The run's own wire", lab = ChatLab.class)
final class ChatWireChecks {
    @LabCheck(
            id = "chat.wire",
            points = 0,
            title = "The packets of this very run show the same: handed on to all others, prefixed, not echoed",
            hint = "The recording lies beside the result; open it in Wireshark and follow the streams.",
            needs = {"chat.everyone", "chat.prefix", "chat.no-echo"})
    void packetsAgree(Testbed testbed, TestReporter report) throws Exception {
        Path recording = testbed.capture()
                .orElseThrow(() -> new TestAbortedException("This kind of sandbox does not record the run's wire."));
        Capture capture = Captures.read(recording);
        if (capture.dropped() > 0) {
            throw new TestAbortedException("The recording of this run lacks packets.");
        }
        Talk talk = ChatLive.of(testbed).talk();
        int port = talk.room().server().port();
        // What was said before, while the room was small, was judged by what came.
        Exchange exchange = CapturedExchange.of(capture, port)
                .exchange()
                .about(message -> talk.turns().stream().anyMatch(turn -> turn.in(message.text())));
        Stream.<Function<Exchange, Optional<CheckFailure>>>of(
                        DeliveryRule::reachesEveryone, PrefixRule::check, EchoRule::check)
                .flatMap(rule -> rule.apply(exchange).stream())
                .forEach(failure -> {
                    throw failure;
                });
        report.publishEntry(DeliveryRule.note(exchange));
    }
}
