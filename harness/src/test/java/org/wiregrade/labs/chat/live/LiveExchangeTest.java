package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.PrefixRule;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.wire.Endpoint;

/** A live talk is judged by the rules that judge captures. */
class LiveExchangeTest {
    private static final Greetings FORM = Greetings.of(new Vocabulary(Vocabulary.PLAIN));
    private static final String RIGHT = "[127.0.0.1:40002] " + FORM.of(1).text();

    /** What the second of some clients said once, where these texts came to them. */
    private static Exchange exchange(String... texts) {
        List<Client> clients = IntStream.range(0, texts.length)
                .mapToObj(number -> new Client(
                        number,
                        new Endpoint("127.0.0.1", 40_000 + 2 * number),
                        new Endpoint("127.0.0.1", 3333),
                        "client " + (number + 1)))
                .toList();
        return new LiveExchange(FORM, clients, List.of(1), List.of(FORM.of(1)), List.of(texts)).exchange();
    }

    @Test
    void whatComesToAllOthersOnceIsRight() {
        Exchange exchange = exchange(RIGHT + "\n", "", "\n" + RIGHT);

        assertThat(DeliveryRule.reachesEveryone(exchange)).isEmpty();
        assertThat(PrefixRule.check(exchange)).isEmpty();
        assertThat(EchoRule.check(exchange)).isEmpty();
    }

    @Test
    void aSlashIsExplainedAsInACapture() {
        Exchange exchange = exchange(RIGHT.replace("[", "[/"), "", RIGHT.replace("[", "[/"));

        assertThat(PrefixRule.check(exchange)).hasValueSatisfying(failure -> {
            assertThat(failure.got()).isEqualTo("client 1 gets “[/127.0.0.1:40002] good day, hello-1!”");
            assertThat(failure.hint()).contains("getHostAddress() gives the address alone");
        });
    }

    @Test
    void whatComesBackOnlyIsTheExampleServersAnswer() {
        assertThat(DeliveryRule.reachesAnother(exchange("", RIGHT, "")))
                .hasValueSatisfying(failure -> assertThat(failure.hint()).contains("what the example server does"));
    }

    @Test
    void otherWordsAreShown() {
        assertThat(DeliveryRule.reachesAnother(exchange("null\n", "", "")))
                .hasValueSatisfying(failure ->
                        assertThat(failure.got()).isEqualTo("its text arrives changed: client 1 gets “null”"));
    }

    @Test
    void whoIsLeftOutIsNamed() {
        assertThat(DeliveryRule.reachesEveryone(exchange(RIGHT, "", RIGHT, "")))
                .hasValueSatisfying(failure -> assertThat(failure.got())
                        .isEqualTo("client 4, which connected last, is left out: it gets nothing"));
        assertThat(DeliveryRule.reachesEveryone(exchange("", "", RIGHT, RIGHT)))
                .hasValueSatisfying(failure -> assertThat(failure.hint()).contains("starts one too late"));
    }

    @Test
    void twiceIsOnceTooOften() {
        assertThat(DeliveryRule.reachesEveryone(exchange(RIGHT + "\n" + RIGHT, "", RIGHT)))
                .hasValueSatisfying(
                        failure -> assertThat(failure.got()).startsWith("client 1 gets it a second time: “"));
    }
}
