package dev.sekisho.risk.rule.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.HoldingScene;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.rule.SoftwareScene.FlawScene;
import dev.sekisho.risk.rule.TrafficScene;
import dev.sekisho.risk.rule.ZoneScene;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Pattern CONTROL = Pattern.compile("NIST SP 800-53r5 [A-Z]{2}-\\d+(\\(\\d+\\))?"
            + "|NIST CSF 2\\.0 (GV|ID|PR|DE|RS|RC)\\.[A-Z]{2}-\\d\\d"
            + "|ISO/IEC 27001:2022 A\\.[5-8]\\.\\d+"
            + "|PCI DSS 4\\.0\\.1 \\d+\\.\\d+\\.\\d+"
            + "|CIS Controls v8\\.1 \\d+\\.\\d+"
            + "|NIS2 Art\\. 2[13](\\(\\d\\))(\\([a-j]\\))?"
            + "|DORA Art\\. \\d+(\\(\\d\\))?(\\([a-f]\\))?"
            + "|CISA BOD \\d\\d-\\d\\d"
            + "|IEC 62443-3-3 SR \\d\\.\\d+");

    @Test
    void holdsTheRulesInTheOrderOfTheirCodes() {
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.reference().code())
                .containsExactly(
                        "ACC-01", "ACC-02", "ACC-03", "DATA-01", "DATA-02", "DATA-03", "GOV-01", "GOV-02", "GOV-03",
                        "GOV-04", "GOV-05", "GOV-06", "GOV-07", "GOV-08", "GOV-10", "MON-01", "MON-02", "MON-03",
                        "MON-04", "NET-01", "NET-02", "NET-03", "NET-04", "NET-05", "NET-06", "NET-07", "NET-08",
                        "NET-09", "NET-10", "NET-11", "NET-12", "NET-13", "NET-14", "NET-15", "PTH-01", "PTH-02",
                        "PTH-03", "PTH-04", "PTH-05", "PTH-06", "SW-01", "SW-02", "SW-03", "SW-04", "SW-05", "SW-06",
                        "SW-07", "SW-08", "SW-09", "SW-10");
    }

    @Test
    void namesEachRuleOnce() {
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.reference().name())
                .doesNotHaveDuplicates();
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.reference().title())
                .doesNotHaveDuplicates();
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.reference().reason())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("references")
    void explainsEachRuleInFull(RuleReference reference) {
        assertThat(reference.name()).matches("[A-Z][A-Z0-9_]+");
        assertThat(reference.title()).hasSizeBetween(10, 60);
        assertThat(reference.severity())
                .containsPattern("Critical|High|Medium|Low")
                .endsWith(".")
                .doesNotContain("\n");
        assertThat(reference.reason()).hasSizeBetween(120, 700).endsWith(".").doesNotContain("\n");
        assertThat(reference.reason().split("[.;] ")).hasSizeBetween(2, 6);
        assertThat(reference.remediation())
                .hasSizeBetween(60, 500)
                .endsWith(".")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("references")
    void namesControlsOfSeveralFrameworksPrecisely(RuleReference reference) {
        assertThat(reference.controls()).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(reference.controls())
                .allMatch(control -> CONTROL.matcher(control).matches());
        assertThat(reference.controls()).anyMatch(control -> control.startsWith("NIST SP 800-53r5"));
        assertThat(reference.controls()).anyMatch(control -> control.startsWith("NIST CSF 2.0"));
        assertThat(reference.controls()).anyMatch(control -> control.startsWith("ISO/IEC 27001:2022"));
    }

    @Test
    void judgesALinkByEveryRuleOnLinks() {
        var traffic = TrafficScene.tidy()
                .open(1)
                .permitting(RiskyService.RDP, 3389)
                .unapproved(3389)
                .shadowed(Rule.permit())
                .lettingIn("203.0.113.0/24")
                .summary();
        var scene = LinkScene.wellRun()
                .open(1)
                .permitting(traffic)
                .approvedAs(RuleSet.of(Rule.permit().tcp("443")))
                .reviewed(null)
                .tested(null)
                .into(ZoneScene.vendorDmz().holdingCriticalData(true).detecting(false))
                .leaving(Egress.NONE)
                .authenticatedBy(Authentication.SHARED)
                .open(Access.ALWAYS_ON)
                .monitored(false, false, false, 0)
                .reaching("erp", 90, Distance.exactly(0))
                .reaching("mes", 90, Distance.exactly(1))
                .reachingCompany("shipping", Distance.exactly(1))
                .firewallSupportedUntil(LinkScene.TODAY)
                .throughTestZone("lab");

        assertThat(Catalogue.judge(scene.judged()))
                .extracting(Finding::code)
                .containsExactly(
                        "ACC-01", "ACC-02", "ACC-03", "GOV-10", "MON-01", "MON-02", "MON-03", "NET-03", "NET-04",
                        "NET-05", "NET-06", "NET-07", "NET-08", "NET-09", "NET-10", "NET-11", "NET-12", "NET-13",
                        "NET-14", "PTH-01", "PTH-02", "PTH-03", "PTH-05");
    }

    @ParameterizedTest
    @CsvSource({"NONE, NET-01", "UNKNOWN, NET-02", "VERIFIED, NET-03"})
    void saysOnlyOnceThatALinkIsNotReallyFiltered(FilterState state, String code) {
        var scene = LinkScene.wellRun().filter(state).open(1).withoutRuleSet();

        assertThat(Catalogue.judge(scene.judged()))
                .extracting(Finding::code)
                .filteredOn(Set.of("NET-01", "NET-02", "NET-03")::contains)
                .containsExactly(code);
    }

    @Test
    void judgesSoftwareByEveryRuleOnInstallations() {
        var scene = SoftwareScene.beacon()
                .ofVersion(null)
                .supportedUntil(SoftwareScene.TODAY)
                .used(UseState.STOPPED_DECLARED, null)
                .with(flaw -> flaw.exploited().due(3, 1))
                .with(flaw -> flaw.withoutFix().judged(Verdict.CONFLICT))
                .with(FlawScene::askingForTriage);

        assertThat(Catalogue.judge(scene.judged()))
                .extracting(Finding::code)
                .containsExactly("GOV-10", "SW-01", "SW-02", "SW-03", "SW-04", "SW-05", "SW-06", "SW-07");
    }

    @Test
    void judgesAThirdPartyByEveryRuleOnThirdParties() {
        var scene = PartyScene.yamato()
                .agreed(null, PartyScene.TODAY.minusDays(1))
                .lacking(Clause.LOGGING)
                .assessed(null)
                .ownedBy(null)
                .declaring(null)
                .reachingUsThrough("msp", "MSP")
                .needing("product:fortios", "a", "b", "c", "d", "e")
                .supplying("office", true, PartyScene.crown("erp", 1))
                .reachingCrowns(2);

        assertThat(Catalogue.judge(scene.judged()))
                .extracting(Finding::code)
                .containsExactly(
                        "GOV-01", "GOV-02", "GOV-03", "GOV-04", "GOV-06", "GOV-07", "NET-15", "PTH-04", "PTH-06");
    }

    @Test
    void judgesZonesAssetsAndProducts() {
        var zone = ZoneScene.vendorDmz()
                .worth(null)
                .watched(false)
                .leaving(Egress.NONE)
                .inState(ZoneState.RETIRED)
                .stillConnectedOver(LinkScene.wellRun())
                .judged();
        var asset = LinkScene.wellRun().onHost(true).judged().estate().assets().get("relay");
        var unclassified = new Asset(
                asset.key(), asset.name(), asset.zone(), asset.addresses(), null, "yamato", asset.monitoring(), null);
        var host = new AssetSituation(
                LinkScene.wellRun().judged().estate(), LinkScene.TODAY, unclassified, List.of(), true);
        var product = new ProductSituation(
                zone.estate(),
                LinkScene.TODAY,
                new Product("beacon", "Beacon", null),
                new TreeSet<>(Set.of("erp", "mes")),
                SoftwareScene.beacon().with(FlawScene::possible).judged().flaws());

        assertThat(Catalogue.judge(host)).extracting(Finding::code).containsExactly("GOV-08", "NET-11");
        assertThat(Catalogue.judge(zone))
                .extracting(Finding::code)
                .containsExactly("GOV-05", "GOV-08", "MON-04", "NET-12");
        assertThat(Catalogue.judge(product)).extracting(Finding::code).containsExactly("GOV-06", "SW-10");
    }

    @Test
    void judgesADataHoldingByEveryRuleOnDataHoldings() {
        var scene = HoldingScene.orders().encrypted(null).reviewed(null).assessed(null);

        assertThat(Catalogue.judge(scene.judged()))
                .extracting(Finding::code)
                .containsExactly("DATA-01", "DATA-02", "DATA-03");
        assertThat(Catalogue.judge(HoldingScene.orders().judged())).isEmpty();
    }

    static Stream<RuleReference> references() {
        return Catalogue.rules().stream().map(rule -> rule.reference());
    }
}
