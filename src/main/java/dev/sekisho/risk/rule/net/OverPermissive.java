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
import dev.sekisho.risk.traffic.TrafficSummary;
import java.util.List;
import java.util.stream.Stream;

/** NET-04: the firewall permits much more than the link needs. */
final class OverPermissive implements FindingRule.OnLink {
    private static final double WIDE = 0.50;
    private static final double BROAD = 0.25;
    private static final double EXCESS_BITS = 8;

    private static final RuleReference REFERENCE = new RuleReference(
            "NET-04",
            "OVER_PERMISSIVE",
            "Firewall too permissive",
            """
            High from an openness of .50, Medium from .25, or when more than 8 bits more is permitted than approved
            (256 times as many addresses and ports).""",
            """
            Each permitted address and port is one more thing to try. The contractor whose stolen login opened Target in
            2013 needed a billing portal; what the network let through led on to the tills. Openness is exact: the share
            of our address space, on a logarithmic scale, that the rules let some host of the other side reach.""",
            """
            Replace the wide rules by one rule for each approved flow. The evidence names a packet that gets through and
            the rule that lets it.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 AC-6",
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.20",
                    "PCI DSS 4.0.1 1.2.5",
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
        return at.measured()
                .map(traffic ->
                        Scopes.of(at).and("permitted", traffic.question().permitted()))
                .orElseGet(() -> Scopes.of(at));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at
                .measured()
                .filter(traffic -> traffic.openness() >= BROAD || traffic.excessBits() > EXCESS_BITS)
                .map(traffic -> finding(at, traffic))
                .stream();
    }

    private Finding finding(LinkSituation at, TrafficSummary traffic) {
        return findings.on(
                at,
                traffic.openness() >= WIDE ? Severity.HIGH : Severity.MEDIUM,
                "",
                "The firewall between " + at.sides() + " has an openness of " + Evidence.decimal(traffic.openness())
                        + " and permits " + Evidence.decimal(traffic.excessBits()) + " bits more than is approved."
                        + at.addressing(),
                Evidence.none().andTraffic(traffic).andWitness(traffic.witness()));
    }
}
