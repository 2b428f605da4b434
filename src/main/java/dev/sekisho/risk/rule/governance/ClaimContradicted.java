package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Posture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GOV-10: what somebody said is not what is known. */
final class ClaimContradicted implements FindingRule.OnLink, FindingRule.OnInstallation {
    private static final String BY_RULES = "filter";
    private static final String BY_INSPECTION = "inspection";
    private static final String BY_HOSTS = "detection";

    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-10",
            "CLAIM_CONTRADICTED",
            "What was said contradicts what is known",
            "High, once for each claim.",
            """
            Where two statements exclude each other, one of them is wrong, and whoever made it may be wrong elsewhere as
            well. Found is only what can be proven: a filter that counts as verified while its rules permit nearly
            everything; a filter in the register where a later inspection found less; detection on hosts that a
            connection point claims and a host denies; software that one word calls not affected or fixed and another,
            naming the version, affected. The worse side counts in every score.""",
            """
            Find out which side is right, correct the other at its source, and ask whoever was wrong how it came about
            and what else rests on the same word.""",
            List.of(
                    "NIST SP 800-53r5 CA-2",
                    "NIST SP 800-53r5 CA-7",
                    "NIST SP 800-53r5 SR-6",
                    "NIST CSF 2.0 GV.SC-07",
                    "NIST CSF 2.0 ID.RA-01",
                    "ISO/IEC 27001:2022 A.5.22",
                    "ISO/IEC 27001:2022 A.5.35",
                    "PCI DSS 4.0.1 1.2.7"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(InstallationSituation at, String cause) {
        return Scopes.of(at, cause);
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return Stream.of(byRules(at), byInspection(at), byHosts(at)).flatMap(Optional::stream);
    }

    private Optional<Finding> byRules(LinkSituation at) {
        Firewall firewall = at.link().firewall();
        return at.measured()
                .filter(traffic -> firewall.state() == FilterState.VERIFIED)
                .filter(traffic -> traffic.openness() >= Posture.NOMINAL)
                .map(traffic -> finding(
                        at,
                        BY_RULES,
                        "The firewall between " + at.sides()
                                + " counts as verified, and its rules permit nearly everything.",
                        Evidence.of("claim", "VERIFIED on " + firewall.inspectedOn())
                                .and("contradictedBy", "the rules in force")
                                .andTraffic(traffic)
                                .andWitness(traffic.witness())));
    }

    private Optional<Finding> byInspection(LinkSituation at) {
        Firewall firewall = at.link().firewall();
        return Optional.ofNullable(firewall.refuted())
                .map(stated -> finding(
                        at,
                        BY_INSPECTION,
                        "The register says of the filter between " + at.sides() + " that it is " + stated
                                + ", and the inspection of " + firewall.inspectedOn() + " found "
                                + (firewall.state() == FilterState.NONE
                                        ? "that nothing filters."
                                        : "that it filters in part."),
                        Evidence.of("claim", stated)
                                .and(
                                        "contradictedBy",
                                        firewall.state() + " by inspection on " + firewall.inspectedOn())));
    }

    private Optional<Finding> byHosts(LinkSituation at) {
        List<Asset> denying = at.kept().hosts().stream()
                .filter(host -> Boolean.FALSE.equals(host.monitoring().endpointDetection()))
                .toList();
        return !at.link().monitoring().detectsOnHosts() || denying.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        at,
                        BY_HOSTS,
                        "Detection is said to run where the link between " + at.sides() + " lands, and does not run on "
                                + Crown.listed(denying.stream().map(Asset::name).toList()) + ".",
                        Evidence.of("claim", "detection on the landing hosts")
                                .and("contradictedBy", "hosts without detection")
                                .andAll(
                                        "hosts",
                                        denying.stream().map(Asset::key).toList())));
    }

    private Finding finding(LinkSituation at, String cause, String detail, Evidence evidence) {
        return findings.on(at, Severity.HIGH, cause, detail, evidence);
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        return at.live()
                .filter(flaw -> flaw.match().verdict() == Verdict.CONFLICT)
                .map(flaw -> finding(at, flaw));
    }

    private Finding finding(InstallationSituation at, Flaw flaw) {
        Match match = flaw.match();
        return findings.on(
                at,
                Severity.HIGH,
                flaw.advisory().key(),
                "Of " + at.software() + " it is said both that "
                        + flaw.advisory().key() + " affects it and that it does not.",
                Evidence.of(flaw).and("bothSides", match.reason()));
    }
}
