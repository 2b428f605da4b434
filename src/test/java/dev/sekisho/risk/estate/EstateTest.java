package dev.sekisho.risk.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EstateTest {
    private final RandomEstate facts = new RandomEstate(new Random(7));

    @Test
    void sharesWhatDidNotChange() {
        Estate estate = facts.build();
        Estate next = estate.toBuilder().add(facts.point("c0")).build();

        assertThat(next.zones()).isSameAs(estate.zones());
        assertThat(next.sharesSoftwareWith(estate)).isTrue();
        assertThat(next.sharesAllWith(estate)).isFalse();
        assertThat(next.connectionPoints()).isNotSameAs(estate.connectionPoints());
        assertThat(estate.connectionPoints()).hasSize(5);
    }

    @Test
    void seesOtherSoftwareInEveryFactItIsJudgedBy() {
        Estate estate = facts.build();

        assertThat(estate.toBuilder().removeInstallation("i0").build().sharesSoftwareWith(estate))
                .isFalse();
        assertThat(estate.toBuilder().add(facts.match("i0", "CVE-9")).build().sharesSoftwareWith(estate))
                .isFalse();
        assertThat(estate.toBuilder().removeAdvisory("CVE-0").build().sharesSoftwareWith(estate))
                .isFalse();
        assertThat(estate.toBuilder().removeProduct("p0").build().sharesSoftwareWith(estate))
                .isFalse();
        assertThat(estate.toBuilder().removeAsset("a0").build().sharesSoftwareWith(estate))
                .isFalse();
    }

    @Test
    void keepsTheVeryFactWhereAnEqualOneIsAdded() {
        Estate estate = facts.build();
        Estate next = estate.toBuilder()
                .add(new Organization("o0", "Organization 0", null))
                .build();

        assertThat(next.organizations()).isSameAs(estate.organizations());
        assertThat(next.sharesAllWith(estate)).isTrue();
    }

    @Test
    void movesAFactToItsNewGroup() {
        Product old = new Product("p", "P", null);
        Estate estate = Estate.builder().add(old).add(installation("z1")).build();
        Estate next = estate.toBuilder().add(installation("z2")).build();

        assertThat(next.installationsAt(new Place(Place.Kind.ZONE, "z1"))).isEmpty();
        assertThat(next.installationsAt(new Place(Place.Kind.ZONE, "z2"))).containsExactly(installation("z2"));
        assertThat(estate.installationsAt(new Place(Place.Kind.ZONE, "z1"))).hasSize(1);
    }

    @Test
    void forgetsWhatIsRemoved() {
        Estate estate = facts.build().toBuilder().add(holding("d0", "t0", "o0")).build();
        Estate next = estate.toBuilder()
                .removeOrganization("o0")
                .removeZone("z0")
                .removeAsset("a0")
                .removeThirdParty("t0")
                .removeDataHolding("d0")
                .removeConnectionPoint("c0")
                .removeZoneLink("l0")
                .removeProduct("p0")
                .removeInstallation("i0")
                .removeAdvisory("CVE-0")
                .removeAdvisory("no such")
                .build();

        assertThat(next.organizations()).doesNotContainKey("o0");
        assertThat(next.zones()).doesNotContainKey("z0");
        assertThat(next.assets()).doesNotContainKey("a0");
        assertThat(next.thirdParties()).doesNotContainKey("t0");
        assertThat(next.dataHoldings()).doesNotContainKey("d0");
        assertThat(next.holdingsOf("t0")).isEmpty();
        assertThat(next.connectionPoints()).doesNotContainKey("c0");
        assertThat(next.zoneLinks()).doesNotContainKey("l0");
        assertThat(next.products()).doesNotContainKey("p0");
        assertThat(next.installations()).doesNotContainKey("i0");
        assertThat(next.advisories()).doesNotContainKey("CVE-0");
    }

    @Test
    void forgetsAMatch() {
        Estate estate = Estate.builder()
                .add(facts.match("i", "CVE-1"))
                .add(facts.match("i", "CVE-2"))
                .build();

        assertThat(estate.toBuilder().removeMatch("i", "CVE-1").build().matchesOf("i"))
                .extracting(Match::advisory)
                .containsExactly("CVE-2");
    }

    @Test
    void groupsInTheOrderOfTheKeysWhateverOrderTheFactsCameIn() {
        Estate estate = Estate.builder().add(host("b", "z")).add(host("c", "z")).build().toBuilder()
                .add(host("a", "z"))
                .build();

        assertThat(estate.assetsIn("z")).extracting(Asset::key).containsExactly("a", "b", "c");
    }

    @Test
    void knowsWhatLeadsIntoAZone() {
        Estate estate = facts.build();

        assertThat(estate.zones().keySet()).allSatisfy(zone -> {
            assertThat(estate.connectionPointsInto(zone))
                    .containsExactlyElementsOf(estate.connectionPoints().values().stream()
                            .filter(point -> point.zone().equals(zone))
                            .toList());
            assertThat(estate.linksInto(zone))
                    .containsExactlyElementsOf(estate.zoneLinks().values().stream()
                            .filter(link -> link.zone().equals(zone))
                            .toList());
        });
    }

    @Test
    void namesAFamilyByItsTopmostParent() {
        Estate estate = Estate.builder()
                .add(new Organization("plant", "Plant", "company"))
                .add(new Organization("company", "Company", "holding"))
                .build();

        assertThat(estate.familyOf("plant")).isEqualTo("holding");
        assertThat(estate.familyOf("holding")).isEqualTo("holding");
    }

    @Test
    void allocatesToAFamilyTheAddressesOfAllItsZones() {
        Estate estate = family("holding").build();

        assertThat(allocatedAround(estate, "hall")).isEqualTo(AddressSet.of("10.1.0.0/16", "10.2.0.0/16"));
        assertThat(allocatedAround(estate, "other")).isEqualTo(AddressSet.of("10.9.0.0/16"));
    }

    @Test
    void allocatesAnewWhenZonesOrParentsChange() {
        Estate estate = family("holding").build();
        Estate left = estate.toBuilder()
                .add(new Organization("company", "Company", null))
                .build();
        Estate grown = estate.toBuilder()
                .add(Estates.zone("yard", "company", "10.3.0.0/16", null))
                .build();

        assertThat(allocatedAround(left, "hall")).isEqualTo(AddressSet.of("10.1.0.0/16"));
        assertThat(allocatedAround(grown, "hall"))
                .isEqualTo(AddressSet.of("10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"));
    }

    @Test
    void allocatesOnceWhileZonesAndParentsStay() {
        Estate estate = family("holding").build();

        assertThat(allocatedAround(estate.toBuilder().add(host("a", "hall")).build(), "hall"))
                .isSameAs(allocatedAround(estate, "hall"));
    }

    private static AddressSet allocatedAround(Estate estate, String zone) {
        return estate.allocatedTo(estate.familyAround(zone));
    }

    @Test
    void survivesACycleOfParents() {
        Estate estate = Estate.builder()
                .add(new Organization("a", "A", "b"))
                .add(new Organization("b", "B", "a"))
                .build();

        assertThat(estate.familyOf("a")).isEqualTo("a");
    }

    @Test
    void knowsWhereAPlaceIs() {
        Estate estate = facts.build();

        assertThat(estate.zoneOf(new Place(Place.Kind.ZONE, "z3"))).isEqualTo("z3");
        assertThat(estate.zoneOf(new Place(Place.Kind.ASSET, "a1")))
                .isEqualTo(estate.assets().get("a1").zone());
        assertThat(estate.zoneOf(new Place(Place.Kind.CONNECTION_POINT, "c1")))
                .isEqualTo(estate.connectionPoints().get("c1").zone());
    }

    @Test
    void knowsWhoseAThingHeldByAThirdPartyIs() {
        Estate estate = facts.build().toBuilder()
                .add(holding("archive", "t1", "o2"))
                .add(holding("backup", "t1", "o1"))
                .build();
        var place = new Place(Place.Kind.DATA_HOLDING, "archive");

        assertThat(estate.holdingsOf("t1")).extracting(DataHolding::key).containsExactly("archive", "backup");
        assertThat(estate.holdingsOf("t0")).isEmpty();
        assertThat(estate.zoneOf(place)).isNull();
        assertThat(estate.organizationOf(place)).isEqualTo("o2");
        assertThat(estate.organizationOf(new Place(Place.Kind.ZONE, "z1")))
                .isEqualTo(estate.zones().get("z1").organization());
    }

    @Test
    void isAnotherOnceAThirdPartyHoldsMore() {
        Estate estate = facts.build();

        assertThat(estate.toBuilder()
                        .add(holding("archive", "t1", "o2"))
                        .build()
                        .sharesAllWith(estate))
                .isFalse();
    }

    @Test
    void knowsTheDirectSubcontractorsOfAThirdParty() {
        Estate estate = Estate.builder()
                .add(party("msp", null))
                .add(party("night-shift", "msp"))
                .add(party("cloud", "msp"))
                .add(party("cleaner", "cloud"))
                .build();

        assertThat(estate.subcontractorsOf("msp")).extracting(ThirdParty::key).containsExactly("cloud", "night-shift");
        assertThat(estate.toBuilder().add(party("cloud", null)).build().subcontractorsOf("msp"))
                .extracting(ThirdParty::key)
                .containsExactly("night-shift");
    }

    private static DataHolding holding(String key, String thirdParty, String organization) {
        return new DataHolding(key, key, thirdParty, organization, HeldData.UNKNOWN, Safeguards.UNKNOWN, DataExit.NONE);
    }

    private static ThirdParty party(String key, @Nullable String parent) {
        return new ThirdParty(
                key,
                key,
                ThirdPartyKind.MSP,
                null,
                parent,
                new DueDiligence(null, null, null, null, null),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    private static Estate.Builder family(String parent) {
        return Estate.builder()
                .add(new Organization("company", "Company", parent))
                .add(Estates.zone("hall", "company", "10.1.0.0/16", null))
                .add(Estates.zone("head-office", parent, "10.2.0.0/16", null))
                .add(Estates.zone("other", "stranger", "10.9.0.0/16", null));
    }

    private static Asset host(String key, String zone) {
        return new Asset(key, key, zone, AddressSet.NONE, null, null, Monitoring.UNKNOWN, null);
    }

    private static Installation installation(String zone) {
        return new Installation(
                "i",
                "I",
                "p",
                new InstalledVersion("1", null),
                new Place(Place.Kind.ZONE, zone),
                new Use(UseState.IN_USE, null),
                List.of());
    }
}
