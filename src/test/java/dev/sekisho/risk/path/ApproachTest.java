package dev.sekisho.risk.path;

import static dev.sekisho.risk.path.Networks.CROWN;
import static dev.sekisho.risk.path.Networks.PLAIN;
import static dev.sekisho.risk.path.Networks.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApproachTest {

    @Test
    void isExactUpToTwoBreaks() {
        Network network = chain(PLAIN, PLAIN, PLAIN);
        Approach approach = network.approach("z0", Ways.OPEN);

        assertThat(approach.to(0, network)).isEqualTo(Distance.exactly(0));
        assertThat(approach.to(1, network)).isEqualTo(Distance.exactly(1));
        assertThat(approach.to(2, network)).isEqualTo(Distance.exactly(2));
    }

    @Test
    void isAnIntervalBeyond() {
        Network network = chain(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN);

        assertThat(network.approach("z0", Ways.OPEN).to(3, network)).isEqualTo(Distance.exactly(3));
        assertThat(network.approach("z0", Ways.OPEN).to(4, network)).isEqualTo(new Distance(3, 4));
        assertThat(network.approach("z0", ways("e", "f+g")).to(4, network)).isEqualTo(new Distance(3, 5));
    }

    @Test
    void endsWhereNoLinkLeads() {
        Network network = chain(PLAIN, PLAIN);

        assertThat(network.approach("z1", Ways.OPEN).to(0, network)).isEqualTo(Distance.NONE);
    }

    @Test
    void paysTheSameBreakOnce() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a")
                .link(1, 2, "a+b")
                .build();

        assertThat(network.approach("z0", Ways.OPEN).to(2, network)).isEqualTo(Distance.exactly(2));
        assertThat(network.approach("z0", ways("a+b")).to(2, network)).isEqualTo(Distance.exactly(2));
        assertThat(network.approach("z0", ways("a")).to(1, network)).isEqualTo(Distance.exactly(1));
    }

    @Test
    void countsWhatTheEntryCosts() {
        Network network = chain(PLAIN, PLAIN);

        assertThat(network.approach("z0", ways("e")).to(0, network)).isEqualTo(Distance.exactly(1));
        assertThat(network.approach("z0", ways("e")).to(1, network)).isEqualTo(Distance.exactly(2));
        assertThat(network.approach("z0", ways("e+f")).to(0, network)).isEqualTo(Distance.exactly(2));
        assertThat(network.approach("z0", ways("e+f")).to(1, network)).isEqualTo(Distance.exactly(3));
    }

    @Test
    void isSharedByEntriesThatDifferInTheNamesOfTheirOwnBreaks() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1, "m").build();
        Approach approach = network.approach("z0", ways("a", "m"));

        assertThat(network.approach("z0", ways("z", "m"))).isSameAs(approach);
        assertThat(network.approach("z0", ways("a", "m", "z"))).isSameAs(approach);
    }

    @Test
    void isAnotherForAnotherZoneOrPrice() {
        Network network = Networks.of(PLAIN, PLAIN).link(0, 1, "m").build();
        Approach approach = network.approach("z0", ways("m"));

        assertThat(network.approach("z1", ways("m"))).isNotSameAs(approach);
        assertThat(network.approach("z0", ways("a"))).isNotSameAs(approach);
        assertThat(network.approach("z0", ways("a+m"))).isNotSameAs(network.approach("z0", ways("a+b")));
    }

    @Test
    void listsNearCrownJewelsTheNearestAndMostCriticalFirst() {
        Network network = Networks.of(PLAIN)
                .zone("ours", 85)
                .host("h0", 80)
                .host("h1", 79)
                .zone("ours", 95)
                .zone("ours", 99)
                .link(0, 1, "a")
                .link(0, 2, "b")
                .link(0, 3, "c+d")
                .build();

        assertThat(network.approach("z0", Ways.OPEN).nearCrowns())
                .extracting(Target::name, Target::criticality, Target::distance)
                .containsExactly(
                        tuple("z2", 95, Distance.exactly(1)),
                        tuple("z1", 85, Distance.exactly(1)),
                        tuple("h0", 80, Distance.exactly(1)));
        assertThat(network.approach("z1", Ways.OPEN).nearCrowns())
                .extracting(Target::name)
                .containsExactly("z1", "h0");
    }

    @Test
    void knowsHowNearACrownJewelIs() {
        Approach approach = chain(PLAIN, CROWN, CROWN).approach("z0", Ways.OPEN);

        assertThat(approach.nearCrowns())
                .extracting(target -> target.distance())
                .containsExactly(Distance.exactly(1));
        assertThat(chain(PLAIN, 79).approach("z0", Ways.OPEN).nearCrowns()).isEmpty();
        assertThat(chain(PLAIN, 80).approach("z0", Ways.OPEN).nearCrowns()).hasSize(1);
    }

    @Test
    void listsTheZonesOfADistanceAndBelow() {
        Network network = chain(PLAIN, PLAIN, PLAIN);
        Approach approach = network.approach("z0", Ways.OPEN);

        assertThat(approach.zonesWithin(1, network)).extracting(ZoneNode::key).containsExactly("z0", "z1");
    }

    @Test
    void knowsEveryCrownJewelThereIsAWayTo() {
        Network network = Networks.of(CROWN, PLAIN, PLAIN, PLAIN, CROWN, CROWN)
                .link(0, 1, "a+b")
                .link(1, 2, "c+d")
                .link(2, 3, "e")
                .link(3, 4, "f")
                .build();

        var crowns = new BitSet();
        network.approach("z0", Ways.OPEN).addCrowns(crowns);
        assertThat(crowns.stream()).containsExactly(0, 4);

        network.approach("z5", Ways.OPEN).addCrowns(crowns);
        assertThat(crowns.stream()).containsExactly(0, 4, 5);
    }

    @Test
    void tellsHowFarEveryOrganizationIs() {
        Network network = organizations();
        Approach approach = network.approach("z0", ways("e"));

        assertThat(approach.organizations(network))
                .containsExactly(
                        entry("far", new Distance(3, 4)),
                        entry("near", Distance.exactly(2)),
                        entry("ours", Distance.exactly(1)));
    }

    @Test
    void tellsWhichOrganizationsAreNear() {
        assertThat(organizations().approach("z0", Ways.OPEN).nearOrganizations())
                .containsExactly(entry("near", Distance.exactly(1)), entry("ours", Distance.exactly(0)));
        assertThat(organizations().approach("z0", ways("e")).nearOrganizations())
                .containsExactly(entry("ours", Distance.exactly(1)));
    }

    private static Network organizations() {
        return Networks.of(PLAIN)
                .zone("near", PLAIN)
                .zone("near", PLAIN)
                .zone("far", PLAIN)
                .zone("elsewhere", PLAIN)
                .link(0, 1, "a")
                .link(1, 2, "b")
                .link(1, 3, "c+d")
                .link(2, 3, "f+g")
                .build();
    }

    @Test
    void namesATestZoneThatLeadsToACrownJewel() {
        Network network = Networks.of(PLAIN)
                .testZone(PLAIN)
                .zone("ours", CROWN)
                .link(0, 1, "a")
                .link(1, 2, "b")
                .build();

        assertThat(network.approach("z0", Ways.OPEN).testZones()).containsExactly("z1");
        assertThat(network.approach("z0", ways("e")).testZones()).isEmpty();
    }

    @Test
    void namesNoTestZoneThatLeadsNowhereElse() {
        Network network = Networks.of(PLAIN)
                .testZone(CROWN)
                .testZone(PLAIN)
                .zone("ours", PLAIN)
                .zone("ours", CROWN)
                .link(0, 1, "a")
                .link(0, 2, "b")
                .link(2, 3)
                .link(0, 4, "c")
                .build();

        assertThat(network.approach("z0", Ways.OPEN).testZones()).isEmpty();
    }

    @Test
    void comesAroundACircleOnce() {
        Network network = Networks.of(PLAIN, PLAIN, PLAIN)
                .link(0, 1, "a")
                .link(1, 2, "b")
                .link(2, 0, "c")
                .link(2, 1)
                .build();

        assertThat(network.approach("z0", Ways.OPEN).to(2, network)).isEqualTo(Distance.exactly(2));
        assertThat(network.approach("z2", Ways.OPEN).to(1, network)).isEqualTo(Distance.exactly(0));
    }

    @Test
    void findsItsWayThroughManyZones() {
        int many = 100;
        Networks networks = Networks.of(IntStream.range(0, many).map(i -> PLAIN).toArray());
        IntStream.range(1, many).forEach(zone -> networks.link(0, zone, "a" + zone, "b" + zone));

        Network network = networks.build();
        Approach approach = network.approach("z0", Ways.OPEN);

        assertThat(IntStream.range(1, many).mapToObj(zone -> approach.to(zone, network)))
                .containsOnly(Distance.exactly(1));
    }

    private static Network chain(int... criticalities) {
        Networks networks = Networks.of(criticalities);
        for (int to = 1; to < criticalities.length; to++) {
            networks.link(to - 1, to, "b" + to);
        }
        return networks.build();
    }

    private static TargetInZone zone(String key, int criticality) {
        return new TargetInZone(new Subject(Subject.Kind.ZONE, key), key, criticality);
    }
}
