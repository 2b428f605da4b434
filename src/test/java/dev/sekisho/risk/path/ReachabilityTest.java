package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.path.Reachability.Gate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    private static final int ZONES = 4;

    @Test
    void letsAThirdPartyOnlyThroughWhatPermitsSomething() {
        Reachability reachability = spread(List.of(outer(0, 0), shut(1, 1)), List.of());

        assertThat(reachability.thirdParties(0).stream()).containsExactly(0);
        assertThat(reachability.thirdParties(1).stream()).isEmpty();
        assertThat(reachability.entered(0)).isTrue();
        assertThat(reachability.entered(1)).isFalse();
    }

    @Test
    void takesThirdPartiesAlongEveryLinkThatPermitsSomething() {
        Reachability reachability = spread(
                List.of(outer(0, 0), outer(1, 1)),
                List.of(inner(0, 1, true, false, false), inner(1, 2, true, false, false), closed(2, 3)));

        assertThat(reachability.thirdParties(0).stream()).containsExactly(0);
        assertThat(reachability.thirdParties(1).stream()).containsExactly(0, 1);
        assertThat(reachability.thirdParties(2).stream()).containsExactly(0, 1);
        assertThat(reachability.thirdParties(3).stream()).isEmpty();
    }

    @Test
    void takesWhoeverWorksForAThirdPartyWhereverThatComes() {
        var workers = new BitSet();
        workers.set(7);
        var reachability = new Reachability(
                ZONES,
                List.of(outer(0, 0), shut(0, 3), outer(1, 2)),
                List.of(inner(0, 1, true, false, false)),
                new BitSet(),
                Map.of(0, workers));
        reachability.spread();

        assertThat(reachability.thirdParties(0).stream()).containsExactly(0, 7);
        assertThat(reachability.thirdParties(1).stream()).containsExactly(0, 7);
        assertThat(reachability.thirdParties(2).stream()).containsExactly(1);
        assertThat(reachability.thirdParties(3).stream()).isEmpty();
    }

    @Test
    void goesRoundACircle() {
        Reachability reachability = spread(
                List.of(outer(0, 0), outer(1, 2)),
                List.of(inner(0, 1, true, true, true), inner(1, 2, true, true, true), inner(2, 0, true, true, true)));

        for (int zone = 0; zone < 3; zone++) {
            assertThat(reachability.thirdParties(zone).stream()).containsExactly(0, 1);
            assertThat(reachability.entered(zone)).isTrue();
        }
        assertThat(reachability.entered(3)).isFalse();
    }

    @Test
    void entersOnlyWhereNothingStandsInTheWay() {
        Reachability reachability =
                spread(List.of(outer(0, 0)), List.of(inner(0, 1, true, true, false), inner(0, 2, true, false, true)));

        assertThat(reachability.entered(1)).isTrue();
        assertThat(reachability.entered(2)).isFalse();
        assertThat(reachability.exposed(1)).isFalse();
    }

    @Test
    void exposesWhatNextToNothingStandsInTheWayOf() {
        Reachability reachability = spread(
                List.of(new Gate(0, Reachability.INSIDE, 0, true, true, true), outer(1, 3)),
                List.of(inner(0, 1, true, false, true), inner(1, 2, true, true, false)));

        assertThat(reachability.exposed(0)).isTrue();
        assertThat(reachability.exposed(1)).isTrue();
        assertThat(reachability.exposed(2)).isFalse();
        assertThat(reachability.exposed(3)).isFalse();
        assertThat(reachability.entered(1)).isFalse();
    }

    @Test
    void startsFromTheInternetToo() {
        var internet = new BitSet();
        internet.set(0);
        var reachability = new Reachability(
                ZONES,
                List.of(),
                List.of(inner(0, 1, true, true, true), inner(2, 3, true, true, true)),
                internet,
                Map.of());
        reachability.spread();

        assertThat(reachability.entered(1)).isTrue();
        assertThat(reachability.exposed(1)).isTrue();
        assertThat(reachability.entered(3)).isFalse();
        assertThat(reachability.exposed(3)).isFalse();
        assertThat(reachability.thirdParties(1).stream()).isEmpty();
    }

    @Test
    void isolatesWhatAllLinksAreShutTo() {
        Reachability reachability =
                spread(List.of(outer(0, 0), shut(1, 0), shut(2, 1)), List.of(closed(0, 1), closed(0, 2)));

        assertThat(reachability.isolated(0)).isFalse();
        assertThat(reachability.isolated(1)).isTrue();
        assertThat(reachability.isolated(2)).isTrue();
        assertThat(reachability.isolated(3)).isFalse();
    }

    @Test
    void equalsAnotherWithTheSameLinks() {
        List<Gate> links = List.of(inner(0, 1, true, true, true));
        Reachability reachability = spread(List.of(outer(0, 0)), links);

        assertThat(reachability).isEqualTo(spread(List.of(outer(0, 0)), links));
        assertThat(reachability).isNotEqualTo(spread(List.of(outer(1, 0)), links));
        assertThat(reachability).isNotEqualTo(spread(List.of(outer(0, 0)), List.of()));
    }

    private static Reachability spread(List<Gate> outer, List<Gate> inner) {
        var reachability = new Reachability(ZONES, outer, inner, new BitSet(), Map.of());
        reachability.spread();
        return reachability;
    }

    private static Gate outer(int thirdParty, int to) {
        return new Gate(thirdParty, Reachability.INSIDE, to, true, false, false);
    }

    private static Gate shut(int thirdParty, int to) {
        return new Gate(thirdParty, Reachability.INSIDE, to, false, false, false);
    }

    private static Gate closed(int from, int to) {
        return inner(from, to, false, false, false);
    }

    private static Gate inner(int from, int to, boolean permits, boolean unfiltered, boolean wide) {
        return new Gate(Reachability.INSIDE, from, to, permits, unfiltered, wide);
    }
}
