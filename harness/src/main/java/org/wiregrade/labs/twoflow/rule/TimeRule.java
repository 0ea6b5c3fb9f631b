package org.wiregrade.labs.twoflow.rule;

import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;

/** What no relay does: it hands bytes on before it has got them, or when the run is long over. */
public record TimeRule(Way way) {
    /**
     * Fails where that is seen; the same bytes came as were sent.
     *
     * @param fromNs from when on the relay knew both clients
     */
    public void require(long fromNs) {
        for (Arrival came : way.came().list()) {
            Arrival sent = way.sent().at(came.end() - 1);
            long early = sent.timeNs() - came.timeNs();
            if (early > Tolerance.EARLIEST_NS) {
                throw failure("relay.before", came, sent, early);
            }
            long late = came.timeNs() - Math.max(sent.timeNs(), fromNs);
            if (late > Tolerance.LATEST_NS) {
                throw failure("relay.long-after", came, sent, late);
            }
        }
    }

    private CheckFailure failure(String name, Arrival came, Arrival sent, long ns) {
        return TwoFlowWords.failure(
                TwoFlowWords.say("relay.at-once.expected", way.words(), way.receiver()),
                name,
                way.came().where().shows(came.end() - 1, came.end()),
                Math.round(ns / 1e8) / 10.0,
                way.sent().where().shows(sent.end() - 1, sent.end()));
    }
}
