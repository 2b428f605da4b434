package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static dev.sekisho.risk.estate.Estates.thirdParty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules are told of the estate they judge. */
class FindingFactsTest {
    private static final LocalDate EVE = Estates.EVE;

    @ParameterizedTest
    @CsvSource({"true, true, 0", "true, false, 1", "false, true, 1"})
    void seesOnHostsWhatTheScoreSees(boolean one, boolean other, int findings) {
        Estates scene = mitsubishiPower()
                .with(b -> b.add(host("msp-unix", "office", null, one)).add(host("mail", "office", null, other)))
                .withPoint("msp-point", point -> point.with(point.ends().onto(null)));

        Assessment assessment = assess(scene);

        assertThat(found(assessment, "MON-01")).hasSize(findings);
        assertThat(monitoring(assessment)).isEqualTo(findings == 0 ? 75 : 100);
    }

    /** How much of the factor counts, in percent. */
    private static long monitoring(Assessment assessment) {
        double most = 11_000 / 4.0;
        return Math.round(100
                * assessment
                        .score(new Subject(Subject.Kind.CONNECTION_POINT, "msp-point"))
                        .orElseThrow()
                        .contributions()
                        .stream()
                        .filter(line -> line.code().equals("E.MONITORING"))
                        .mapToInt(Contribution::milliPoints)
                        .sum()
                / most);
    }

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void takesWhoIsCutForRegisteredAndWhoIsRetiredNot(LinkState state) {
        Estates scene = mitsubishiPower().withLinkState("msp-point", state);

        assertThat(found(assess(scene), "NET-11")).hasSize(state == LinkState.RETIRED ? 1 : 0);
    }

    @Test
    void findsEachHostThatSomebodyRunsWhoIsNotRegistered() {
        Estates scene = mitsubishiPower()
                .with(b -> b.add(thirdParty("other", ThirdPartyKind.MSP))
                        .add(host("a", "office", null, true).runBy("other"))
                        .add(host("b", "group-office", null, true).runBy("other")));

        assertThat(found(assess(scene), "NET-11"))
                .extracting(f -> f.subject().key())
                .containsExactly("a", "b");
    }

    @Test
    void findsAPasswordThatOpensMoreThanTheLandingHost() {
        Estates scene = mitsubishiPower()
                .with(b -> b.add(host("msp-unix", "office", "admins", true))
                        .add(host("far", "group-office", "admins", true)));

        assertThat(found(assess(scene), "ACC-02"))
                .extracting(Finding::cause)
                .containsExactly("credential group admins");
    }

    @Test
    void findsAnIdentityProviderAtEitherThirdParty() {
        Estates scene = mitsubishiPower()
                .withPoint("msp-point", point -> point.with(new Login(null, "okta")))
                .with(b -> b.add(thirdParty("other", ThirdPartyKind.MSP)));
        ConnectionPoint point = scene.build().connectionPoints().get("msp-point");
        scene.with(b -> b.add(new ConnectionPoint(
                        "other-point",
                        "Other",
                        new Ends("other", AddressSet.of("203.0.113.0/24"), "group-office", null),
                        false,
                        point.terms(),
                        point.filtering(),
                        LinkState.ACTIVE)
                .with(new Login(null, "okta"))));

        assertThat(found(assess(scene), "ACC-02"))
                .extracting(finding -> finding.subject().key())
                .containsExactly("msp-point", "other-point");
    }

    @Test
    void findsTheFirewallThatIsRegisteredAtTheLinkElseAnyOfItsKind() {
        Estates scene = mitsubishiPower()
                .withFirewall("msp-point", new Firewall(FilterState.NONE, "fortios", null, null, null))
                .with(b -> b.add(new Product("fortios", "FortiOS", null))
                        .add(firewall("old", Place.Kind.ZONE, "group-office", EVE.minusDays(1))));
        assertThat(found(assess(scene), "NET-13"))
                .extracting(finding -> finding.evidence().get("installation"))
                .containsExactly("old");

        scene.with(b -> b.add(firewall("own", Place.Kind.CONNECTION_POINT, "msp-point", EVE.plusDays(1_000))));
        assertThat(found(assess(scene), "NET-13")).isEmpty();
    }

    @Test
    void findsASubcontractorBehindASubcontractor() {
        Estates scene =
                mitsubishiPower().with(b -> b.add(subcontractor("sub", "msp")).add(subcontractor("subsub", "sub")));

        assertThat(found(assess(scene), "NET-15"))
                .extracting(finding -> finding.subject().key() + " through "
                        + finding.evidence().get("principal"))
                .containsExactly("sub through msp", "subsub through msp");
        assertThat(found(assess(scene.withLinkState("msp-point", LinkState.CUT_VERIFIED)), "NET-15"))
                .as("the provider still runs a host")
                .hasSize(2);
        assertThat(found(assess(scene.with(b -> b.add(host("msp-unix", "office", null, true)))), "NET-15"))
                .as("software of the provider is in use still")
                .hasSize(2);
        assertThat(found(assess(scene.with(b -> b.add(new Product("msp-tool", "MSP tool", null)))), "NET-15"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1"})
    void findsWhatIsOnTheShortestWaysToManyCrownJewels(int crowns, int findings) {
        Estates scene = mitsubishiPower().with(b -> {
            for (int i = 1; i < crowns; i++) {
                b.add(host("crown-" + i, "group-office", null, true).worth(90));
            }
            return b.add(host("msp-unix", "office", "admins", true))
                    .add(Estates.zone("office", "mhps", "10.1.0.0/16", 20));
        });

        assertThat(found(assess(scene), "PTH-04")).hasSize(findings).allSatisfy(finding -> {
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "msp"));
            assertThat(finding.evidence())
                    .containsEntry("breaks", "password:admins, product:msp-tool, supply:msp")
                    .containsEntry("targets", "crown-1, crown-2, crown-3, crown-4, group-office");
        });
    }

    /** The tool of the provider runs in the office; its whole company is open behind that. */
    @ParameterizedTest
    @CsvSource({"NONE, HIGH", "PARTIAL, HIGH", "UNKNOWN, HIGH", "DENY_BY_DEFAULT, "})
    void findsCrownJewelsNextToWhatSomebodySupplies(Egress egress, @Nullable Severity severity) {
        Estates scene = mitsubishiPower().with(b -> b.add(office(egress)));

        assertThat(found(assess(scene), "PTH-06"))
                .extracting(finding -> finding.subject().key() + " " + finding.severity() + " "
                        + finding.evidence().get("openZones"))
                .isEqualTo(severity == null ? List.of() : List.of("msp HIGH office"));
    }

    @Test
    void findsCrownJewelsBehindTheEgressFilterAloneOfWhoIsCompromised() {
        Estates scene = mitsubishiPower()
                .with(b -> b.add(office(Egress.DENY_BY_DEFAULT)).add(subcontractor("sub", "msp")));
        assertThat(found(assess(scene), "PTH-06")).isEmpty();

        ThirdParty msp = scene.build().thirdParties().get("msp");
        scene.with(b -> b.add(msp.with(Notice.COMPROMISED)));

        assertThat(found(assess(scene), "PTH-06"))
                .extracting(finding -> finding.subject().key() + " " + finding.severity())
                .containsExactly("msp MEDIUM");
    }

    @Test
    void tellsOfWhatIsPossibleOnceAProduct() {
        Estates scene = mitsubishiPower()
                .withUnfixedFlaw()
                .with(b -> b.add(
                        new Match("msp-tool-at-unix", "OWN-1", Verdict.UNKNOWN, "no versions", null, null).leftOpen()));

        Assessment assessment = assess(scene);

        assertThat(assessment.liveFlaws()).isEmpty();
        assertThat(assessment.possibleFlaws()).hasSize(1);
        assertThat(found(assessment, "SW-10"))
                .extracting(finding ->
                        finding.subject().key() + " " + finding.evidence().get("advisories"))
                .containsExactly("msp-tool OWN-1");
        assertThat(assessment.findings())
                .extracting(Finding::code)
                .doesNotContain("SW-01", "SW-02", "SW-03", "SW-06", "SW-07");
    }

    private static Zone office(Egress egress) {
        Zone known = Estates.zone("office", "mhps", "10.1.0.0/16", 90);
        return new Zone(
                known.key(),
                known.name(),
                known.organization(),
                known.cidrs(),
                known.classification(),
                known.monitoring(),
                egress);
    }

    private static ThirdParty subcontractor(String key, String parent) {
        return new ThirdParty(
                key,
                key,
                ThirdPartyKind.SUBCONTRACTOR,
                50,
                parent,
                DueDiligence.NONE,
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    private static Installation firewall(String key, Place.Kind kind, String at, LocalDate end) {
        return new Installation(
                key,
                key,
                "fortios",
                new InstalledVersion("6.4", EVE, end),
                new Place(kind, at),
                new Use(UseState.IN_USE, null),
                List.of());
    }

    private static Asset host(String key, String zone, @Nullable String group, boolean detecting) {
        return new Asset(key, key, zone, AddressSet.NONE, 50, null, new Monitoring(true, detecting, true, 365), group);
    }

    private static List<Finding> found(Assessment assessment, String code) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    private static Assessment assess(Estates scene) {
        return Assessment.of(scene.build(), EVE, Models.CURRENT, Catalogue.rules(), null);
    }
}
