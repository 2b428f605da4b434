package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OddsProperties {

    @Property
    void staysBetweenTheWorstCauseAndItsBound(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 100_000) Integer> causes) {
        int worst = Collections.max(causes);
        double bound = Math.min(100_000, worst + 10_000 * Math.log(causes.size()) / Math.log(2));

        assertThat(combined(causes)).isBetween(worst, (int) Math.ceil(bound));
    }

    @Property
    void neverFallsWhenACauseIsAdded(
            @ForAll @Size(max = 20) List<@IntRange(max = 100_000) Integer> causes,
            @ForAll @IntRange(max = 100_000) int another) {
        var more = new ArrayList<>(causes);
        more.add(another);

        assertThat(combined(more)).isGreaterThanOrEqualTo(combined(causes));
    }

    @Property
    void doesNotCareAboutOrder(@ForAll @Size(max = 20) List<@IntRange(max = 100_000) Integer> causes) {
        var reversed = new ArrayList<>(causes);
        Collections.reverse(reversed);

        assertThat(combined(reversed)).isEqualTo(combined(causes));
    }

    @Property
    void dividesExactly(
            @ForAll @IntRange(max = 100_000) int whole,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 100_000) Integer> weights) {
        int[] parts = Odds.divide(
                whole, weights.stream().mapToDouble(weight -> weight).toArray());

        assertThat(Arrays.stream(parts).sum()).isEqualTo(whole);
        assertThat(Arrays.stream(parts).min().orElseThrow()).isNotNegative();
    }

    private static int combined(List<Integer> causes) {
        return Odds.combine(causes.stream().mapToInt(cause -> cause).toArray());
    }
}
