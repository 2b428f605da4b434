package dev.sekisho.risk.path;

import static dev.sekisho.risk.path.Networks.PLAIN;
import static dev.sekisho.risk.path.Networks.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath.Hop;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void showsEachHopAndWhatItBreaks() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1, "a").build();

        assertThat(routes(network, ways("e")).to("z1")).hasValueSatisfying(path -> {
            assertThat(path.thirdParty()).isEqualTo("t");
            assertThat(path.target()).isEqualTo("z1");
            assertThat(path.distance()).isEqualTo(Distance.exactly(2));
            assertThat(path.breaks()).containsExactly("a", "e");
            assertThat(path.hops())
                    .extracting(Hop::from, Hop::to, Hop::via, Hop::breaks)
                    .containsExactly(
                            tuple("t", "z0", new Subject(Subject.Kind.CONNECTION_POINT, "c"), Set.of("e")),
                            tuple("z0", "z1", new Subject(Subject.Kind.ZONE_LINK, "l0"), Set.of("a")));
        });
    }

    @Test
    void showsNoWayWhereThereIsNone() {
        Network network = Networks.of(PLAIN, PLAIN).build();

        assertThat(routes(network, Ways.OPEN).to("z1")).isEmpty();
        assertThat(routes(network, Ways.OPEN).distance("z1")).isEqualTo(Distance.NONE);
    }

    @Test
    void prefersTheWayThatBreaksLess() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a+b")
                .link(0, 2)
                .link(2, 1, "c")
                .build();

        assertThat(routes(network, Ways.OPEN).to("z1"))
                .hasValueSatisfying(path -> assertThat(path.breaks()).containsExactly("c"));
    }

    @Test
    void prefersTheEntryThatBreaksLess() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1).build();
        var routes = new Routes(
                network, "t", List.of(Points.into("c0", "z1", ways("a+b")), Points.into("c1", "z0", ways("e"))));

        assertThat(routes.distance("z1")).isEqualTo(Distance.exactly(1));
        assertThat(routes.to("z1"))
                .hasValueSatisfying(path -> assertThat(path.hops())
                        .extracting(hop -> hop.via().key())
                        .containsExactly("c1", "l0"));
    }

    @Test
    void findsTheWayOnWhichADearerEntryPaysOff() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1, "x+y").build();

        assertThat(routes(network, ways("e", "x+y")).to("z1")).hasValueSatisfying(path -> {
            assertThat(path.breaks()).containsExactly("x", "y");
            assertThat(path.distance()).isEqualTo(Distance.exactly(2));
        });
    }

    @Test
    void showsAWayBeyondTwoBreaks() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a+b")
                .link(1, 2, "c", "d+f")
                .build();

        assertThat(routes(network, Ways.OPEN).to("z2")).hasValueSatisfying(path -> {
            assertThat(path.breaks()).containsExactly("a", "b", "c");
            assertThat(path.distance()).isEqualTo(Distance.exactly(3));
        });
    }

    @Test
    void showsTheCheaperOfTwoWaysBeyondTwoBreaks() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a+b")
                .link(1, 3, "c+d")
                .link(0, 2, "a+b")
                .link(2, 3, "f")
                .build();

        assertThat(routes(network, Ways.OPEN).to("z3"))
                .hasValueSatisfying(path -> assertThat(path.breaks()).containsExactly("a", "b", "f"));
    }

    @Test
    void saysWhereTheWayItShowsMayNotBeTheShortest() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a+b")
                .link(1, 2, "c+d")
                .build();

        assertThat(routes(network, ways("e")).to("z2")).hasValueSatisfying(path -> {
            assertThat(path.breaks()).hasSize(5);
            assertThat(path.distance()).isEqualTo(new Distance(3, 5));
        });
        assertThat(routes(network, ways("a")).to("z2"))
                .hasValueSatisfying(path -> assertThat(path.distance()).isEqualTo(new Distance(3, 4)));
    }

    private static Routes routes(Network network, Ways entry) {
        return new Routes(network, "t", List.of(Points.into("z0", entry)));
    }
}
