package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void theShardsTogetherAreTheClassAndNobodyIsInTwo(int shards) {
        List<Integer> everybody = IntStream.range(0, 11).boxed().toList();
        List<Integer> together = new ArrayList<>();
        for (int k = 1; k <= shards; k++) {
            together.addAll(new Shard(k, shards).of(everybody));
        }
        assertThat(together).containsExactlyInAnyOrderElementsOf(everybody);
    }

    @Test
    void ciSystemsSayWhichShardAJobIs() {
        assertThat(Shard.fromEnvironment(Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "4")))
                .contains(new Shard(2, 4));
        assertThat(Shard.fromEnvironment(Map.of("JOB_COMPLETION_INDEX", "0", "WIREGRADE_SHARDS", "3")))
                .contains(new Shard(1, 3));
        assertThat(Shard.fromEnvironment(Map.of("JOB_COMPLETION_INDEX", "0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "0/4", "5/4", "a/b", "1/0", "-1/2"})
    void anythingElseIsNoShard(String text) {
        assertThatThrownBy(() -> Shard.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
