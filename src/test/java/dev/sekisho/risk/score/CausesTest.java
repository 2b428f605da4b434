package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void countsWhatIsInBothOnceAndWhereItIsWorse() {
        Causes one = Causes.of(List.of(cause("a", 40_000), cause("b", 10_000)));
        Causes other = Causes.of(List.of(cause("a", 50_000)));

        assertThat(one.and(other).causes()).containsExactly(cause("a", 50_000), cause("b", 10_000));
        assertThat(other.and(one)).isEqualTo(one.and(other));
    }

    @Test
    void isNoMoreThanAHundred() {
        assertThat(Causes.of(List.of(cause("a", 100_000), cause("b", 100_000))).milliPoints())
                .isEqualTo(Loss.HIGHEST);
        assertThat(Causes.of(List.of())).isSameAs(Causes.NONE);
    }

    @Property
    void saysHowBadTwoAreTogetherWithoutPuttingThemTogether(@ForAll Random random) {
        Causes one = any(random);
        Causes other = any(random);

        assertThat(one.milliWith(other)).isEqualTo(one.and(other).milliPoints());
        assertThat(one.atMostWith(other)).isGreaterThanOrEqualTo(one.milliWith(other));
    }

    private static Causes any(Random random) {
        var causes = new ArrayList<Cause>();
        for (int i = 0; i < 25; i++) {
            if (random.nextInt(3) > 0) {
                causes.add(cause("c" + i, 1 + random.nextInt(10) * 10_000));
            }
        }
        return Causes.of(causes);
    }

    private static Cause cause(String key, int milliPoints) {
        return new Cause(key, milliPoints, List.of(key));
    }
}
