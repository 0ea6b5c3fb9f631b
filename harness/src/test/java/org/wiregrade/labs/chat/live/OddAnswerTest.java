package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.live.OddAnswer.Kind;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.wire.Endpoint;

/** What a client gets of a text, and of the greeting behind it. */
class OddAnswerTest {
    private static final Endpoint SPEAKER = new Endpoint("127.0.0.1", 40_000);
    private static final String LABEL = "[127.0.0.1:40000] ";
    private static final Greeting BEHIND =
            Greetings.of(new Vocabulary(Vocabulary.PLAIN)).of(1);

    private static Kind kind(String text, boolean newline, String received) {
        return OddAnswer.of(new OddText(text, newline, 1), 1, BEHIND, SPEAKER, received + LABEL + BEHIND.text() + "\n")
                .kind();
    }

    @Test
    void aTextMayLoseItsEdges() {
        assertThat(kind("  tea cup ", true, LABEL + "  tea cup \n")).isEqualTo(Kind.WHOLE);
        assertThat(kind("  tea cup ", true, LABEL + "tea cup\r\n")).isEqualTo(Kind.WHOLE);
        assertThat(kind("  tea cup ", true, LABEL + "tea cup")).isEqualTo(Kind.WHOLE);
    }

    @Test
    void blanksWithinItMayNotChange() {
        assertThat(kind("tea  cup", true, LABEL + "tea cup\n")).isEqualTo(Kind.CHANGED);
    }

    @Test
    void linesMayComeTogetherOrEachBehindALabel() {
        assertThat(kind("tea\ncup", true, LABEL + "tea\ncup\n")).isEqualTo(Kind.WHOLE);
        assertThat(kind("tea\ncup", true, LABEL + "tea\n" + LABEL + "cup\n")).isEqualTo(Kind.WHOLE);
        assertThat(kind("tea\ncup", true, LABEL + "tea\n")).isEqualTo(Kind.CHANGED);
    }

    @Test
    void whatDoesNotComeIsMissing() {
        assertThat(kind("[tea] cup", true, "")).isEqualTo(Kind.MISSING);
    }

    @Test
    void whatComesTwiceIsSeenToBeTheSame() {
        assertThat(kind("tea", true, LABEL + "tea\n" + LABEL + "tea\n")).isEqualTo(Kind.TWICE);
    }

    @Test
    void whatIsSaidTwiceComesTwice() {
        OddText again = new OddText("tea", true, 2);

        assertThat(OddAnswer.of(again, 2, BEHIND, SPEAKER, LABEL + "tea\n" + LABEL + "tea\n")
                        .kind())
                .isEqualTo(Kind.WHOLE);
        assertThat(OddAnswer.of(again, 2, BEHIND, SPEAKER, LABEL + "tea\n").kind())
                .isEqualTo(Kind.ONCE);
    }

    @Test
    void whatTheMachineLeftNoTimeToSayAgainIsWholeOnce() {
        OddText again = new OddText("tea", true, 2);

        assertThat(OddAnswer.of(again, 1, BEHIND, SPEAKER, LABEL + "tea\n" + BEHIND.text() + "\n")
                        .kind())
                .isEqualTo(Kind.WHOLE);
    }

    @Test
    void aTextThatOneReadBroughtTogetherWithTheNextIsWhole() {
        OddAnswer together =
                OddAnswer.of(new OddText("tea", false, 1), 1, BEHIND, SPEAKER, LABEL + "tea" + BEHIND.text() + "\n");

        assertThat(together.kind()).isEqualTo(Kind.WHOLE);
    }

    @Test
    void ofAnySeedEachTextIsWholeWhereItIsHandedOn() {
        for (long seed = 0; seed < 200; seed++) {
            for (OddText text : OddText.of(new Vocabulary(seed))) {
                String all = (LABEL + text.text() + "\n").repeat(text.times());
                assertThat(OddAnswer.of(text, text.times(), BEHIND, SPEAKER, all + LABEL + BEHIND.text())
                                .kind())
                        .as(text.text())
                        .isEqualTo(Kind.WHOLE);
            }
        }
    }
}
