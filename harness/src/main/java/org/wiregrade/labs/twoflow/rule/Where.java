package org.wiregrade.labs.twoflow.rule;

/** How a sentence says where bytes of one direction are to be seen: in packets of a capture, or with a client of a live run. */
public interface Where {
    /** With a verb, such as {@code packet 7 carries} or {@code client 1 sends}. */
    String shows(int from, int to);

    /** As an addition, such as {@code " (packets 7 to 53)"}; empty where there is nothing to look up. */
    String note(int from, int to);

    /** What a client of a live run sent; its packets are not numbered. */
    static Where client(String name) {
        return new Where() {
            @Override
            public String shows(int from, int to) {
                return name + " sends";
            }

            @Override
            public String note(int from, int to) {
                return "";
            }
        };
    }
}
