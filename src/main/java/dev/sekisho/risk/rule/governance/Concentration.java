package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** GOV-06: many crown jewels hang on one third party or one product. */
final class Concentration implements FindingRule.OnThirdParty, FindingRule.OnProduct {
    private static final int MANY = 2;
    private static final int VERY_MANY = 5;

    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-06",
            "CONCENTRATION",
            "Concentration on one third party or product",
            "Medium from 2 critical targets whose routes pass it; High from 5.",
            """
            Where many routes to what must not be lost pass one supplier or one product, one intrusion or one bad update
            reaches all of it at once. Kaseya carried ransomware to some 1,500 companies in one afternoon of July 2021;
            a faulty update of CrowdStrike stopped 8.5 million machines in July 2024. No single link shows it.""",
            """
            Split what the third party or product can reach into separate zones, use a second supplier or product for
            part of it, and rehearse doing without it.""",
            List.of(
                    "NIST SP 800-53r5 RA-9",
                    "NIST SP 800-53r5 SC-29",
                    "NIST SP 800-53r5 SR-3",
                    "NIST CSF 2.0 GV.SC-04",
                    "NIST CSF 2.0 GV.SC-07",
                    "ISO/IEC 27001:2022 A.5.21",
                    "ISO/IEC 27001:2022 A.5.30",
                    "DORA Art. 29"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        return AcceptanceScope.BARE.andAll("target", at.criticalTargets());
    }

    @Override
    public AcceptanceScope scope(ProductSituation at, String cause) {
        return AcceptanceScope.BARE.andAll("target", at.criticalTargets());
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        SortedSet<String> targets = at.criticalTargets();
        return targets.size() < MANY
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        severity(targets),
                        "",
                        "The routes of " + at.thirdParty().name() + " lead to " + words(targets),
                        evidence(targets)));
    }

    @Override
    public Stream<Finding> judge(ProductSituation at) {
        SortedSet<String> targets = at.criticalTargets();
        return targets.size() < MANY
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        severity(targets),
                        "A break in " + at.product().name() + " helps to reach " + words(targets),
                        evidence(targets)));
    }

    private static Severity severity(SortedSet<String> targets) {
        return targets.size() < VERY_MANY ? Severity.MEDIUM : Severity.HIGH;
    }

    private static String words(SortedSet<String> targets) {
        boolean held = targets.stream().anyMatch(target -> target.startsWith(ThirdPartySituation.HELD));
        return targets.size() + (held ? " zones, assets and data holdings" : " zones and assets")
                + " of criticality 80 or more.";
    }

    private static Evidence evidence(SortedSet<String> targets) {
        return Evidence.of("count", targets.size()).andAll("targets", targets);
    }
}
