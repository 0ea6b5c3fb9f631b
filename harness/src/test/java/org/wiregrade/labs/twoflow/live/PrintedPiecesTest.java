package org.wiregrade.labs.twoflow.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was received is found among whatever else is printed, and what was only sent or logged is not taken for it. */
class PrintedPiecesTest {
    private static final String ROW = "10:00 | Ana | VOIP | good day";

    private static boolean have(String... lines) {
        return new PrintedPieces(List.of(lines), "[C] Received: ").have(ROW);
    }

    @Test
    void aRowMayComeInAnyPieces() {
        assertThat(have("[C] Received: " + ROW)).isTrue();
        assertThat(have("[C] Received: 10:00 | An", "[C] Received: a | VOIP | goo", "[C] Received: d day"))
                .isTrue();
        assertThat(have("[C] Received: end of one10:00 | An", "[C] Received: a | VOIP | good daystart"))
                .isTrue();
    }

    @Test
    void linesOfTheProgramsOwnMayStandBetween() {
        assertThat(have(
                        "[C] Received: 10:00 | An",
                        "sent 10 bytes",
                        "[Server] Forwarding: \"a | VOIP",
                        "\"",
                        "[C] Received: a | VOIP | good day"))
                .isTrue();
    }

    @Test
    void aPieceWithANewlineGoesOnInTheNextLine() {
        assertThat(have("[C] Received: of another row", "10:00 | An", "[C] Received: a | VOIP | good day"))
                .isTrue();
    }

    @Test
    void aRowThatLacksAPieceHasNotCome() {
        assertThat(have("[C] Received: 10:00 | An", "[C] Received: | good day")).isFalse();
        assertThat(have("[C] Received: 10:00 | Ana | VOIP | good da")).isFalse();
    }

    @Test
    void whatWasOnlySentHasNotCome() {
        assertThat(have("[C2] Sending: " + ROW, "[Server] Forwarding: " + ROW)).isFalse();
        assertThat(have("[C] Received: x", "[C2] Sending: ", ROW)).isFalse();
    }
}
