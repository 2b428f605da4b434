package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceLinksTest {
    private static final Flow PORTAL = Flow.tcp("198.51.100.0/24", "10.9.0.7", "443");
    private static final ApprovedFlow APPROVED =
            new ApprovedFlow(PORTAL, "procurement", "sensor data", LinkScene.TODAY.plusYears(1));
    private static final Boundary BOUNDARY =
            new Boundary(AddressSet.of("198.51.100.0/24"), AddressSet.of("10.9.0.0/16"), AddressSet.of("10.9.0.0/16"));

    @Test
    void findNothingWrongWithTheWellRunLink() {
        var rules =
                RuleSet.of(Rule.permit().from("198.51.100.0/24").to("10.9.0.7").tcp("443"));
        var traffic = TrafficSummary.measure(rules, BOUNDARY, List.of(PORTAL));
        var link = LinkScene.wellRun()
                .open(traffic.openness())
                .permitting(traffic)
                .approving(APPROVED)
                .judged();
        var zone = ZoneScene.vendorDmz().whereThirdPartiesLand().judged();

        assertThat(traffic.openness()).isBetween(0.02, 0.04);
        assertThat(Catalogue.judge(link)).isEmpty();
        assertThat(Catalogue.judge(zone)).isEmpty();
        assertThat(Catalogue.judge(PartyScene.yamato().judged())).isEmpty();
        assertThat(Catalogue.judge(SoftwareScene.beacon().judged())).isEmpty();
    }

    @Test
    void findOnlyMediumAndLowWrongWithTheEdiLink() {
        var traffic = TrafficScene.tidy()
                .open(0.12)
                .unapproved(8443)
                .redundant(Rule.permit())
                .summary();
        var link = LinkScene.wellRun()
                .open(0.12)
                .permitting(traffic)
                .approving(APPROVED)
                .authenticatedBy(Authentication.MUTUAL_CERTIFICATE)
                .monitored(true, true, false, 200)
                .leaving(Egress.PARTIAL)
                .open(Access.ALWAYS_ON)
                .reviewed(LinkScene.TODAY.minusDays(200))
                .reaching("erp", 70, Distance.exactly(2))
                .judged();
        var zone = ZoneScene.vendorDmz()
                .worth(70)
                .watched(false)
                .leaving(Egress.PARTIAL)
                .judged();
        var party = PartyScene.yamato()
                .assessed(PartyScene.TODAY.minusDays(300))
                .lacking(Clause.CONTINUITY, Clause.PERSONNEL)
                .declaring(.5)
                .judged();
        var software = SoftwareScene.beacon().with(flaw -> flaw.due(60, 0)).judged();

        assertThat(Stream.of(
                                Catalogue.judge(link),
                                Catalogue.judge(zone),
                                Catalogue.judge(party),
                                Catalogue.judge(software))
                        .flatMap(findings -> findings)
                        .toList())
                .extracting(finding -> finding.code() + " " + finding.severity())
                .containsExactlyInAnyOrder(
                        "ACC-03 MEDIUM",
                        "MON-02 MEDIUM",
                        "NET-06 MEDIUM",
                        "NET-07 MEDIUM",
                        "NET-08 LOW",
                        "NET-12 MEDIUM",
                        "NET-12 MEDIUM",
                        "GOV-02 MEDIUM",
                        "GOV-02 MEDIUM",
                        "GOV-07 MEDIUM");
    }

    @Test
    void findTheLinkOfTheIncidentCriticalWithNoVulnerabilityKnown() {
        var link = LinkScene.wellRun()
                .filter(FilterState.NONE)
                .open(1)
                .withoutRuleSet()
                .reaching("company", 90, Distance.exactly(1))
                .reaching("group-server", 85, Distance.exactly(1))
                .reachingCompany("shipping", Distance.exactly(1))
                .exposed(95_000)
                .judged();
        var yamato = new Subject(Subject.Kind.CONNECTION_POINT, "yamato-vpn");

        assertThat(Catalogue.judge(link).filter(finding -> finding.severity() == Severity.CRITICAL))
                .extracting(Finding::identity)
                .containsExactly(
                        new Finding.Identity(yamato, "NET-01", ""), new Finding.Identity(yamato, "PTH-02", ""));
    }
}
