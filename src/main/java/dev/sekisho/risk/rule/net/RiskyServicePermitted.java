package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.RiskyTraffic;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** NET-05: the firewall lets through a service that intruders move with. */
final class RiskyServicePermitted implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-05",
            "RISKY_SERVICE_PERMITTED",
            "Risky service permitted",
            "High for services of weight 1.0, such as RDP, SMB and WinRM; otherwise Medium. One finding a link.",
            """
            A few services do most of the harm: those that give a session on a machine, run commands, or hand out
            files and credentials. WannaCry spread over SMB in 2017, and at Osaka General Medical Center in 2022 the
            intruder came over RDP from the meal service.""",
            """
            Close the service on this link. Where it is needed, end it at a jump host with a second factor and
            recording, and permit only that host.""",
            List.of(
                    "NIST SP 800-53r5 CM-7",
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.21",
                    "PCI DSS 4.0.1 1.2.6",
                    "CIS Controls v8.1 4.8",
                    "CIS Controls v8.1 13.4",
                    "IEC 62443-3-3 SR 7.7"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        AcceptanceScope scope = Scopes.of(at);
        TrafficSummary traffic = at.measured().orElse(null);
        if (traffic != null) {
            for (RiskyTraffic risky : traffic.riskyServices()) {
                RiskyService service = risky.service();
                scope = scope.and(
                        "permitted " + service.label(), traffic.question().permitted(service));
            }
        }
        return scope;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at.measured().map(TrafficSummary::riskyServices).filter(services -> !services.isEmpty()).stream()
                .map(services -> finding(at, services));
    }

    private Finding finding(LinkSituation at, List<RiskyTraffic> services) {
        RiskyTraffic worst = services.stream()
                .max(Comparator.comparingDouble(risky -> risky.service().weight()))
                .orElseThrow();
        double weight = worst.service().weight();
        return findings.on(
                at,
                weight >= 1 ? Severity.HIGH : Severity.MEDIUM,
                "",
                "The firewall between " + at.sides() + " permits "
                        + Crown.listed(services.stream()
                                .map(risky -> risky.service().label())
                                .toList())
                        + ": " + worst.witness().packetInWords() + ".",
                Evidence.of("weight", weight)
                        .andAll(
                                "services",
                                services.stream().map(RiskyTraffic::service).toList())
                        .andAll(
                                "ports",
                                services.stream()
                                        .map(RiskyServicePermitted::ports)
                                        .toList())
                        .andWitness(worst.witness()));
    }

    private static String ports(RiskyTraffic risky) {
        return risky.service().label() + " " + risky.service().ports();
    }
}
