package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultSample;

/** Copies in a class are found, each named with the others, and nobody else. */
class CopiesTest {
    private static Result result(String name, List<Likeness> likenesses) {
        return ResultSample.of(name, "chat", Instant.EPOCH, likenesses, List.of());
    }

    private static Stream<Likeness> capture(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> new Likeness("capture", "40000:" + number, "c.pcapng"));
    }

    private static Stream<Likeness> sentences(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> new Likeness("explanation", "s" + number, "o.txt"));
    }

    @Test
    void oneConnectionInCommonIsACopy() {
        Map<String, List<Flag>> flags = Copies.in(List.of(
                result("ana", capture(1, 2, 3).toList()),
                result("bob", capture(4, 5, 3).toList()),
                result("carl", capture(6, 7).toList())));
        assertThat(flags).containsOnlyKeys("ana", "bob");
        assertThat(flags.get("ana")).singleElement().satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo("copy");
            assertThat(flag.with()).containsExactly("bob");
        });
    }

    @Test
    void aSentenceOrTwoInCommonAreNone() {
        assertThat(Copies.in(List.of(
                        result("ana", sentences(1, 2, 3).toList()),
                        result("bob", sentences(1, 2, 4).toList()))))
                .isEmpty();
        assertThat(Copies.in(List.of(
                        result("ana", sentences(1, 2, 3, 5).toList()),
                        result("bob", sentences(1, 2, 3).toList()))))
                .containsOnlyKeys("ana", "bob");
    }

    @Test
    void sentencesThatAHalfOfTheClassHasWereHandedOut() {
        List<Result> all = new ArrayList<>();
        IntStream.range(0, 30)
                .forEach(i ->
                        all.add(result("s" + i, sentences(1, 2, 3, 100 + i).toList())));
        assertThat(Copies.in(all)).isEmpty();
    }

    @Test
    void inAClassOfTwoHundredTheTenCopiesAreFound() {
        List<Result> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int first = 1000 * (i < 10 ? i + 10 : i);
            all.add(result(
                    "s" + i,
                    capture(first + 1, first + 2, first + (i < 10 ? 3 : 4)).toList()));
        }
        Map<String, List<Flag>> flags = Copies.in(all);
        assertThat(flags).hasSize(20);
        IntStream.range(0, 10)
                .forEach(i -> assertThat(flags.get("s" + i).get(0).with()).containsExactly("s" + (i + 10)));
    }
}
