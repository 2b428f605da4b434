package dev.sekisho.risk.path;

import static dev.sekisho.risk.path.Networks.CROWN;
import static dev.sekisho.risk.path.Networks.PLAIN;
import static dev.sekisho.risk.path.Networks.ways;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakDependenciesTest {

    @Test
    void namesWhatAShortestRouteToACrownJewelBreaks() {
        Network network =
                Networks.of(PLAIN, PLAIN, CROWN).link(0, 1, "a").link(1, 2, "b").build();

        assertThat(needs(network, Ways.OPEN, "a")).containsExactly(2);
        assertThat(needs(network, Ways.OPEN, "b")).containsExactly(2);
    }

    @Test
    void namesEveryShortestRouteAndNoLongerOne() {
        Network network = Networks.of(PLAIN, CROWN)
                .link(0, 1, "a")
                .link(0, 1, "b")
                .link(0, 1, "c+d")
                .build();

        assertThat(needs(network, Ways.OPEN, "a")).containsExactly(1);
        assertThat(needs(network, Ways.OPEN, "b")).containsExactly(1);
        assertThat(needs(network, Ways.OPEN, "c")).isEmpty();
    }

    @Test
    void needsNothingWhereTheWayIsOpenOrLeadsToNoCrownJewel() {
        Network network =
                Networks.of(PLAIN, PLAIN, CROWN).link(0, 1, "a").link(0, 2).build();

        assertThat(needs(network, Ways.OPEN, "a")).isEmpty();
    }

    @Test
    void namesWhatOnlyTheEntryBreaks() {
        Network network = Networks.of(CROWN, CROWN).link(0, 1, "a").build();

        assertThat(needs(network, ways("e"), "e")).containsExactly(0, 1);
        assertThat(needs(network, ways("e"), "a")).containsExactly(1);
        assertThat(needs(network, ways("e"), "f")).isEmpty();
    }

    @Test
    void tellsApartWhatAnEntryBreaksTogether() {
        Network network = Networks.of(CROWN, CROWN)
                .link(0, 1, "a")
                .link(0, 1, "b")
                .link(0, 1, "c")
                .build();

        assertThat(needs(network, ways("c+e"), "e")).containsExactly(0, 1);
        assertThat(needs(network, ways("c+e"), "c")).containsExactly(0, 1);
        assertThat(needs(network, ways("c+e"), "a")).isEmpty();
        assertThat(needs(network, ways("e+f"), "e")).containsExactly(0);
        assertThat(needs(network, ways("e+f"), "f")).containsExactly(0);
    }

    @Test
    void keepsTheWaysOfAnEntryApart() {
        Network network = Networks.of(CROWN, CROWN)
                .link(0, 1, "a")
                .link(0, 1, "b")
                .link(0, 1, "d+g")
                .build();
        Ways entry = ways("a+x", "d+y");

        assertThat(needs(network, entry, "x")).containsExactly(0, 1);
        assertThat(needs(network, entry, "y")).containsExactly(0);
    }

    @Test
    void sumsUpEntriesAtTheSamePriceUnderTheirOwnNames() {
        Network network = Networks.of(CROWN).build();
        var needs = new BreakDependencies(network, label -> true);

        needs.add(network.approach("z0", ways("e")), ways("e"));
        needs.add(network.approach("z0", ways("f")), ways("f"));

        assertThat(needs.of("e").stream()).containsExactly(0);
        assertThat(needs.of("f").stream()).containsExactly(0);
    }

    @Test
    void namesOfAnEntryOnlyWhatIsAskedFor() {
        Network network = Networks.of(CROWN).build();
        var needs = new BreakDependencies(network, Set.of("e")::contains);

        needs.add(network.approach("z0", ways("e+f", "g")), ways("e+f", "g"));
        needs.add(network.approach("z0", ways("e+f")), ways("e+f"));

        assertThat(needs.of("e").stream()).containsExactly(0);
        assertThat(needs.of("f").stream()).isEmpty();
        assertThat(needs.of("g").stream()).isEmpty();
    }

    private static IntStream needs(Network network, Ways entry, String label) {
        var needs = new BreakDependencies(network, any -> true);
        needs.add(network.approach("z0", entry), entry);
        return needs.of(label).stream();
    }
}
