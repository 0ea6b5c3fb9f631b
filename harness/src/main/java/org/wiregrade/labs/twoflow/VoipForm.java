package org.wiregrade.labs.twoflow;

import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.SentRows.Sent;

/** What is wrong with the bytes of a VoIP row, from what came instead. */
final class VoipForm {
    private VoipForm() {}

    /** A hint for the usual mistakes; empty where it is none of them. */
    static String hint(Sent sent) {
        String wanted = sent.row().payload();
        String came = sent.text();
        int rest = wanted.length() % TwoFlowLab.CHUNK_SIZE;
        String flat = came.replace("\n", "").replace("\r", "");
        if (flat.equals(wanted)) {
            return "The newline comes once, behind the last chunk: print no newline with each chunk.";
        }
        if (rest > 0 && flat.equals(wanted.substring(0, wanted.length() - rest))) {
            return "The last chunk, with what remains (" + Quote.count(rest, "byte") + "), is missing.";
        }
        if (sent.whole() && (flat.length() % TwoFlowLab.CHUNK_SIZE) == 0 && flat.length() > wanted.length()) {
            return "The last chunk has only what remains (" + Quote.count(rest, "byte")
                    + "): do not fill it up, and write no more of the array than was put into it.";
        }
        return "";
    }
}
