package dev.sekisho.risk.path;

import static dev.sekisho.risk.path.Networks.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.path.number.Steps;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final int FAR = Integer.MAX_VALUE;

    @Test
    void addsUpTheBreaksAlongTheLinks() {
        Network network = chain().build();

        Steps steps = network.stepsFrom(zones(0));

        assertThat(steps.to(0)).isZero();
        assertThat(steps.to(1)).isEqualTo(1);
        assertThat(steps.to(2)).isEqualTo(3);
    }

    @Test
    void knowsNoWayAgainstALink() {
        Steps steps = chain().build().stepsFrom(zones(2));

        assertThat(steps.size()).isEqualTo(1);
        assertThat(steps.to(0)).isEqualTo(FAR);
    }

    @Test
    void startsFromTheNearestOfMany() {
        Steps steps = chain().build().stepsFrom(zones(0, 1));

        assertThat(steps.to(1)).isZero();
        assertThat(steps.to(2)).isEqualTo(2);
        assertThat(steps.size()).isEqualTo(3);
    }

    @Test
    void prefersADetourThatCostsLess() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a+b")
                .link(0, 2)
                .link(2, 1, "c")
                .build();

        assertThat(network.stepsFrom(zones(0)).to(1)).isEqualTo(1);
    }

    @Test
    void takesTheCheapestWayOfALink() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1, "a+b", "c").build();

        assertThat(network.stepsFrom(zones(0)).to(1)).isEqualTo(1);
    }

    @Test
    void findsItsWayThroughManyZones() {
        int many = 100;
        Networks networks = Networks.of(IntStream.range(0, many).map(i -> PLAIN).toArray());
        IntStream.range(1, many).forEach(zone -> networks.link(0, zone, "a" + zone));

        Steps steps = networks.build().stepsFrom(zones(0));

        assertThat(steps.size()).isEqualTo(many);
        assertThat(IntStream.range(0, many).map(steps::zone)).doesNotHaveDuplicates();
        assertThat(IntStream.range(1, many).map(steps::to)).containsOnly(1);
    }

    private static Networks chain() {
        return Networks.of(PLAIN, PLAIN, PLAIN).link(0, 1, "a").link(1, 2, "b+c");
    }

    private static BitSet zones(int... numbers) {
        var zones = new BitSet();
        for (int number : numbers) {
            zones.set(number);
        }
        return zones;
    }
}
