package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.score.Posture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** NET-03: a firewall is declared, and it lets nearly everything through, for all that is known. */
final class NominalFilter implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-03",
            "NOMINAL_FILTER",
            "Firewall in name only",
            "High; Critical where a target of criticality 80 or more is at most one break away.",
            """
            A firewall with an any-any rule, or one that is only planned, looks like a wall on the diagram and is none
            for the intruder; people rely on it all the same. Everything but ten ports is still everything. Where no
            rule set is known, or the zone behind it has no addresses to measure against, the worst is assumed: unknown
            is never safe.""",
            """
            Load the rule set the firewall really enforces, replace its wide rules by the approved flows, and deny the
            rest by default.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.22",
                    "PCI DSS 4.0.1 1.3.1",
                    "PCI DSS 4.0.1 1.4.2",
                    "CIS Controls v8.1 13.4",
                    "IEC 62443-3-3 SR 5.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        AcceptanceScope targets = Scopes.of(at, at.crowns());
        return at.measured()
                .map(traffic -> targets.and("permitted", traffic.question().permitted()))
                .orElseGet(() -> targets.and("not measured"));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return isNominal(at) ? Stream.of(finding(at, at.posture())) : Stream.empty();
    }

    /** What a declared firewall permits is known from its rules even where evidence that it stands there is missing. */
    private static boolean isNominal(LinkSituation at) {
        if (at.posture().filter().absent()) {
            return !at.link().firewall().state().absent()
                    && at.measured()
                            .filter(traffic -> traffic.openness() >= Posture.NOMINAL)
                            .isPresent();
        }
        return at.posture().openness() >= Posture.NOMINAL;
    }

    private Finding finding(LinkSituation at, Posture posture) {
        Optional<Target> crown = at.nearestCrown();
        return findings.on(
                at,
                crown.isPresent() ? Severity.CRITICAL : Severity.HIGH,
                "",
                "The firewall between " + at.sides() + why(at)
                        + crown.map(Crown::words).orElse("") + ".",
                evidence(at, crown.map(Crown::evidence).orElseGet(Evidence::none)));
    }

    private static String why(LinkSituation at) {
        if (at.measured().isPresent()) {
            return " permits nearly everything";
        }
        if (at.link().ruleSet() == null) {
            return " counts as fully open, since no rule set of it is known";
        }
        return at.posture().traffic() == null
                ? " counts as fully open, since its rules are too entangled to be measured"
                : " counts as fully open, since the zone has no addresses to measure its rules against";
    }

    private static Evidence evidence(LinkSituation at, Evidence evidence) {
        evidence.and("filter", at.posture().filter())
                .and("openness", Evidence.decimal(at.posture().openness()));
        at.measured().ifPresent(traffic -> evidence.andTraffic(traffic).andWitness(traffic.witness()));
        return evidence;
    }
}
