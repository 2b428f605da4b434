package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part 0 adds to the first total, all others to both; a negative number in a part makes that all is added up anew. */
class TotalsTest {
    private static final List<String> NAMES = List.of("first", "second");
    private final List<Integer> addedUp = new ArrayList<>();

    @Test
    void addsUpWhatIsAskedFor() {
        Totals<Integer, Integer, Integer> totals = totals(null, "ground", 1, 2, 3);

        assertThat(totals.get(1)).isEqualTo(5);
        assertThat(addedUp).containsExactly(1);
        assertThat(totals.comparable()).isFalse();
        assertThat(totals.changed().cardinality()).isEqualTo(2);
    }

    @Test
    void exchangesWhatChanged() {
        Totals<Integer, Integer, Integer> before = asked(totals(null, "ground", 1, 2, 3));
        addedUp.clear();

        Totals<Integer, Integer, Integer> after = totals(before, "ground", 7, 2, 3);

        assertThat(after.changed().stream()).containsExactly(0);
        assertThat(after.get(0)).isEqualTo(12);
        assertThat(after.get(1)).isSameAs(before.get(1));
        assertThat(addedUp).isEmpty();
    }

    @Test
    void doesNotTellAChangeWhereTheTotalIsEqual() {
        Totals<Integer, Integer, Integer> before = asked(totals(null, "ground", 1, 2, 3));

        assertThat(totals(before, "ground", 1, 3, 2).changed().isEmpty()).isTrue();
    }

    @Test
    void addsUpAnewWhereToPartsAddInAnotherWay() {
        Totals<Integer, Integer, Integer> before = asked(totals(null, "ground", 1, 2, 3));
        addedUp.clear();
        var second = new BitSet();
        second.set(1);

        Totals<Integer, Integer, Integer> same = totals(before, new Totals.Ground("ground", second), 1, 2, 3);
        Totals<Integer, Integer, Integer> other = totals(same, new Totals.Ground("ground", second), 1, 2, 4);

        assertThat(same.changed().isEmpty()).isTrue();
        assertThat(other.changed().stream()).containsExactly(0, 1);
        assertThat(other.get(1)).isEqualTo(6);
        assertThat(addedUp).containsExactly(1, 1);
    }

    @Test
    void tellsOfOneThatNobodyAskedForWhatMayHaveChanged() {
        Totals<Integer, Integer, Integer> before = totals(null, "ground", 1, 2, 3);

        assertThat(totals(before, "ground", 7, 2, 3).changed().stream()).containsExactly(0);
    }

    @Test
    void addsUpAnewWhereThatIsNeeded() {
        Totals<Integer, Integer, Integer> before = asked(totals(null, "ground", 1, 2, 3));
        addedUp.clear();

        Totals<Integer, Integer, Integer> after = totals(before, "ground", -7, 2, 3);

        assertThat(after.get(0)).isEqualTo(-2);
        assertThat(addedUp).containsExactly(0);
        assertThat(after.changed().stream()).containsExactly(0);
    }

    @Test
    void keepsNothingOnOtherGround() {
        Totals<Integer, Integer, Integer> before = asked(totals(null, "ground", 1, 2, 3));

        Totals<Integer, Integer, Integer> after = totals(before, "other ground", 1, 2, 3);

        assertThat(after.comparable()).isFalse();
        assertThat(after.changed().cardinality()).isEqualTo(2);
    }

    private static Totals<Integer, Integer, Integer> asked(Totals<Integer, Integer, Integer> totals) {
        totals.get(0);
        totals.get(1);
        return totals;
    }

    private Totals<Integer, Integer, Integer> totals(
            @Nullable Totals<Integer, Integer, Integer> earlier, String conditions, Integer... parts) {
        return totals(earlier, new Totals.Ground(conditions, new BitSet()), parts);
    }

    private Totals<Integer, Integer, Integer> totals(
            @Nullable Totals<Integer, Integer, Integer> earlier, Totals.Ground ground, Integer... parts) {
        return new Totals<>(NAMES, List.of(parts), ground, new Sums(List.of(parts)), earlier);
    }

    private final class Sums implements Totals.Adding<Integer, Integer, Integer> {
        private final List<Integer> parts;

        private Sums(List<Integer> parts) {
            this.parts = parts;
        }

        @Override
        public Integer total(int number) {
            addedUp.add(number);
            return parts.stream().skip(number).mapToInt(part -> part).sum();
        }

        @Override
        public Integer spread(int part) {
            return part;
        }

        @Override
        public boolean adds(int number, Integer part) {
            return part >= number;
        }

        @Override
        public @Nullable Integer exchanged(
                Integer total, int number, List<Totals.Exchange<Integer, Integer>> exchanges) {
            int sum = total;
            for (Totals.Exchange<Integer, Integer> exchange : exchanges) {
                if (adds(number, exchange.part())) {
                    if (exchange.next() < 0) {
                        return null;
                    }
                    sum += exchange.next() - exchange.old();
                }
            }
            return sum == total ? total : Integer.valueOf(sum);
        }
    }
}
