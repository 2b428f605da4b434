package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.util.List;
import java.util.stream.Stream;

/** MON-03: what flows over the link reaches no SIEM. */
final class LinkNotLogged implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "MON-03",
            "LINK_NOT_LOGGED",
            "Traffic of the link not logged",
            "High.",
            """
            The link is the one place every intruder from this side has to pass, and the one place our own tools can
            watch whatever the third party does. Without its flows in the SIEM, movement from a supplier into our zones
            looks like nothing at all, during the attack and in the inquiry after it.""",
            """
            Send the flow records or the firewall log of the link to the SIEM, permitted and denied, and alert on flows
            that nobody approved.""",
            List.of(
                    "NIST SP 800-53r5 AU-12",
                    "NIST SP 800-53r5 SI-4(4)",
                    "NIST CSF 2.0 DE.CM-01",
                    "NIST CSF 2.0 DE.CM-06",
                    "ISO/IEC 27001:2022 A.8.15",
                    "ISO/IEC 27001:2022 A.8.16",
                    "PCI DSS 4.0.1 10.2.1",
                    "CIS Controls v8.1 13.6",
                    "IEC 62443-3-3 SR 2.8",
                    "IEC 62443-3-3 SR 6.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        if (at.link().monitoring().logsFlows()) {
            return Stream.empty();
        }
        Boolean stated = at.link().monitoring().flowLogsToSiem();
        return Stream.of(findings.on(
                at,
                Severity.HIGH,
                "",
                "The traffic between " + at.sides() + " does not reach the SIEM"
                        + (stated == null ? ", as far as anybody has stated." : "."),
                Evidence.of("flowLogsToSiem", stated)));
    }
}
