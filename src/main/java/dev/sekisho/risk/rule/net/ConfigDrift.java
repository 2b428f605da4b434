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
import dev.sekisho.risk.traffic.TrafficDiff;
import dev.sekisho.risk.traffic.TrafficQuestion;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.stream.Stream;

/** NET-14: the firewall permits something else than what was approved. */
final class ConfigDrift implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-14",
            "CONFIG_DRIFT",
            "Firewall drifted from what was approved",
            "Medium.",
            """
            Somebody looked at a rule set and approved it; what the firewall enforces by now permits other traffic. A
            change nobody approved is how a temporary opening stays, and how an intruder makes himself a way back. Only
            what is permitted is compared: rules that are reordered, split or renamed are no drift.""",
            """
            Look at the packets that were gained and lost. Approve the present rule set if the change was meant, else
            restore the approved one and find out who changed it.""",
            List.of(
                    "NIST SP 800-53r5 CM-2",
                    "NIST SP 800-53r5 CM-3",
                    "NIST SP 800-53r5 CM-6",
                    "NIST CSF 2.0 PR.PS-01",
                    "NIST CSF 2.0 DE.CM-09",
                    "ISO/IEC 27001:2022 A.8.9",
                    "ISO/IEC 27001:2022 A.8.32",
                    "PCI DSS 4.0.1 1.2.2",
                    "PCI DSS 4.0.1 1.2.8",
                    "CIS Controls v8.1 4.2",
                    "IEC 62443-3-3 SR 7.6"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        RuleSet running = at.link().ruleSet();
        RuleSet approved = at.link().approvedRuleSet();
        if (running == null || approved == null) {
            return Scopes.of(at);
        }
        AddressSet space =
                at.estate().allocatedTo(at.estate().familyAround(at.link().zone()));
        return Scopes.of(at)
                .and("permitted", TrafficQuestion.gained(approved.within(space), running.within(space)))
                .and("blocked", TrafficQuestion.gained(running.within(space), approved.within(space)));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        RuleSet running = at.link().ruleSet();
        RuleSet approved = at.link().approvedRuleSet();
        return running == null || approved == null || running.equals(approved)
                ? Stream.empty()
                : drift(at, approved, running);
    }

    private Stream<Finding> drift(LinkSituation at, RuleSet approved, RuleSet running) {
        try {
            AddressSet space =
                    at.estate().allocatedTo(at.estate().familyAround(at.link().zone()));
            TrafficDiff diff = TrafficDiff.between(approved.within(space), running.within(space));
            return diff.isEmpty() ? Stream.empty() : Stream.of(drifted(at, diff));
        } catch (TooComplexException tooComplex) {
            return Stream.of(undecided(at));
        }
    }

    private Finding drifted(LinkSituation at, TrafficDiff diff) {
        Decision first =
                diff.added().isEmpty() ? diff.removed().get(0) : diff.added().get(0);
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                "The firewall between " + at.sides() + (diff.added().isEmpty() ? " blocks" : " permits")
                        + " traffic that its approved rule set " + (diff.added().isEmpty() ? "permits: " : "does not: ")
                        + first.packet() + ".",
                Evidence.none().andWitness(first).andAll("added", diff.added()).andAll("removed", diff.removed()));
    }

    /** Unknown is never safe: what cannot be compared may have drifted. */
    private Finding undecided(LinkSituation at) {
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                "The firewall between " + at.sides() + " has other rules than the approved ones, and they are too"
                        + " entangled to be compared.",
                Evidence.of("added", null).and("removed", null));
    }
}
