package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.traffic.Anomalies;
import dev.sekisho.risk.traffic.TrafficSummary;
import java.util.List;
import java.util.stream.Stream;

/** NET-08: rules of the firewall do nothing. */
final class RuleAnomaly implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-08",
            "RULE_ANOMALY",
            "Firewall rules without effect",
            "Low; Medium where a rule that denies can never match.",
            """
            A rule that can never match or changes nothing hides what the firewall really does from the people who
            review it. A deny that an earlier permit shadows is worse: somebody meant to close this, and believes it is
            closed.""",
            """
            Move a shadowed deny before the rule that shadows it, if it was meant; take out what has no effect. The
            permitted traffic before and after can be compared here.""",
            List.of(
                    "NIST SP 800-53r5 CM-6",
                    "NIST SP 800-53r5 SC-7",
                    "NIST CSF 2.0 PR.PS-01",
                    "ISO/IEC 27001:2022 A.8.9",
                    "PCI DSS 4.0.1 1.2.7",
                    "IEC 62443-3-3 SR 7.6"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return at.traffic()
                .map(TrafficSummary::anomalies)
                .map(anomalies -> Scopes.of(at)
                        .andAll("never matches:", anomalies.shadowed())
                        .andAll("changes nothing:", anomalies.redundant()))
                .orElseGet(() -> Scopes.of(at));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return Stream.ofNullable(at.posture().traffic())
                .map(TrafficSummary::anomalies)
                .filter(anomalies -> !anomalies.shadowed().isEmpty()
                        || !anomalies.redundant().isEmpty())
                .map(anomalies -> finding(at, anomalies));
    }

    private Finding finding(LinkSituation at, Anomalies anomalies) {
        String deny = anomalies.shadowsDeny() ? ", among them one that was meant to deny" : "";
        return findings.on(
                at,
                anomalies.shadowsDeny() ? Severity.MEDIUM : Severity.LOW,
                "",
                "The firewall between " + at.sides() + " has rules without effect: "
                        + anomalies.shadowed().size() + " can never match" + deny + ", and "
                        + anomalies.redundant().size() + " could go without any change.",
                Evidence.none()
                        .andAll("shadowed", texts(anomalies.shadowed()))
                        .andAll("redundant", texts(anomalies.redundant())));
    }

    private static List<String> texts(List<dev.sekisho.risk.traffic.rule.Rule> rules) {
        return rules.stream().map(dev.sekisho.risk.traffic.rule.Rule::inFull).toList();
    }
}
