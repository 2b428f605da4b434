package dev.sekisho.risk.path;

import static dev.sekisho.risk.path.Networks.CROWN;
import static dev.sekisho.risk.path.Networks.PLAIN;
import static dev.sekisho.risk.path.Networks.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.ZoneLink;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessorTest {
    private static final int MANY = 1_500;

    @Test
    void isAffectedByNothingWhereNothingChanged() {
        Networks drawn = chain();

        Network.Change change = drawn.build().with(drawn.districts(), drawn.crossings());

        assertThat(change.from().isEmpty()).isTrue();
        assertThat(change.behind().isEmpty()).isTrue();
    }

    @Test
    void tellsFromWhereALinkLeadsAndWhatLiesBehindIt() {
        Networks drawn = chain();
        Network network = drawn.build();
        drawn.link(1, 2, "x");

        Network.Change change = network.with(drawn.districts(), drawn.crossings());

        assertThat(change.from().stream()).containsExactly(0, 1);
        assertThat(change.behind().stream()).containsExactly(1, 2);
    }

    @Test
    void tellsWhatLiesBehindALinkThatIsCrossedByAnotherBreak() {
        Networks drawn = chain();

        Network.Change change = drawn.build().with(drawn.districts(), repriced(drawn, 2, "x+y"));

        assertThat(change.from().stream()).containsExactly(0, 1, 2);
        assertThat(change.behind().stream()).containsExactly(2, 3);
    }

    @Test
    void showsALinkAsItIsNow() {
        Networks drawn = chain();
        Network network = drawn.build();
        Approach approach = network.approach("z0", Ways.OPEN);
        ZoneLink renamed = Networks.named("Renamed", drawn.crossings().get(0).link());
        var crossings = new ArrayList<>(drawn.crossings());
        crossings.set(0, new ZoneCrossing(renamed, crossings.get(0).ways()));

        Network.Change change = network.with(drawn.districts(), crossings);

        assertThat(change.from().isEmpty()).isTrue();
        assertThat(change.network().approach("z0", Ways.OPEN)).isSameAs(approach);
        assertThat(change.network().from(0)[0].crossing().link()).isSameAs(renamed);
    }

    @Test
    void numbersLabelsAnewWhenMostAreGone() {
        Networks drawn = chain();
        Network network = drawn.build();
        boolean anew = false;
        for (int i = 0; i < MANY; i++) {
            Network.Change change = network.with(drawn.districts(), repriced(drawn, 1, "x" + i, "y" + i + "+z" + i));
            network = change.network();
            anew |= change.from().get(4);
            assertThat(network.approach("z0", ways("x" + i)).within().get(2).get(2))
                    .isTrue();
            assertThat(network.approach("z0", ways("x" + (i + 1)))
                            .within()
                            .get(2)
                            .get(2))
                    .isFalse();
        }
        assertThat(anew).isTrue();
        assertThat(network.labels().last()).isLessThan(MANY);
    }

    @Test
    void letsGoOfTheNetworkItWasMadeFrom() {
        Networks drawn = chain();
        Network first = drawn.build();
        Approach approach = first.approach("z4", Ways.OPEN);
        Network network = first.with(drawn.districts(), repriced(drawn, 1, "x")).network();
        var gone = new WeakReference<>(first);
        first = null;

        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
        }

        assertThat(gone.get()).isNull();
        assertThat(network.approach("z4", Ways.OPEN)).isSameAs(approach);
    }

    /** From z0 to z3, of which the last but one is a crown jewel, and z4 apart. */
    private static Networks chain() {
        return Networks.of(PLAIN, PLAIN, CROWN, PLAIN, PLAIN)
                .link(0, 1, "a")
                .link(1, 2, "b+c")
                .link(2, 3, "d+e");
    }

    private static List<ZoneCrossing> repriced(Networks drawn, int link, String... ways) {
        var crossings = new ArrayList<>(drawn.crossings());
        crossings.set(link, new ZoneCrossing(crossings.get(link).link(), ways(ways)));
        return crossings;
    }
}
