package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much a search looks at, in the networks that are hardest. */
class PathSearchTest {
    private static final int ZONES = 30;

    private final List<Integer> one = new ArrayList<>();
    private final List<BitSet> many = new ArrayList<>();

    @Test
    void looksAtEachZoneOfAMeshOnceWhereEveryLinkHasALabelOfItsOwn() {
        Networks mesh = zones();
        for (int from = 0; from < ZONES; from++) {
            for (int to = 0; to < ZONES; to++) {
                if (from != to) {
                    mesh.link(from, to, "own" + from + "-" + to);
                }
            }
        }

        search(mesh.build(), Breaks.NONE);

        assertThat(one).hasSize(ZONES);
        assertThat(many).isEmpty();
    }

    @Test
    void looksAtAChainWithNothingToBreakAsOne() {
        Networks chain = zones();
        IntStream.range(1, ZONES).forEach(zone -> chain.link(zone - 1, zone));

        search(chain.build(), Breaks.NONE);

        assertThat(one).isEmpty();
        assertThat(many)
                .singleElement()
                .satisfies(zones -> assertThat(zones.cardinality()).isEqualTo(ZONES));
    }

    @Test
    void keepsTwoBreaksWhereTheOneThatOpensTheZoneHelpsNoFurther() {
        Networks networks = Networks.of(10, 10, 10, 90);
        Network network = networks.link(0, 2, "own")
                .link(0, 1, "a")
                .link(1, 2, "b")
                .link(2, 3, "a+b", "b+c")
                .build();

        assertThat(network.approach("z0", Ways.OPEN).to(3, network)).isEqualTo(Distance.exactly(2));
    }

    private void search(Network network, long paid) {
        PathSearch.from(network, 0, new long[] {paid}, 1, new PathSearch.Visitor() {
            @Override
            public void opened(int zone, long breaks) {
                one.add(zone);
            }

            @Override
            public void opened(BitSet zones, long breaks) {
                many.add(zones);
            }
        });
    }

    private static Networks zones() {
        return Networks.of(IntStream.range(0, ZONES).map(zone -> Networks.PLAIN).toArray());
    }
}
