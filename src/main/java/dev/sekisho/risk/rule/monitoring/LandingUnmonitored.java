package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.util.List;
import java.util.stream.Stream;

/** MON-01: nobody would see an intruder on the hosts where a third party lands. */
final class LandingUnmonitored implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "MON-01",
            "LANDING_UNMONITORED",
            "Landing hosts without detection",
            "High.",
            """
            The host where a third party lands is the first an intruder stands on, and the best place to notice them.
            At Mitsubishi Power in 2020 monitoring of the servers was weak: the intruder came in on 7 September and was
            noticed on 2 October, after moving on to a group company.""",
            """
            Run endpoint detection on the hosts the link lands on, or forward their logs to where they are looked at,
            and record it with each host; what the connection point says counts only where no host is registered there.""",
            List.of(
                    "NIST SP 800-53r5 AU-12",
                    "NIST SP 800-53r5 SI-4",
                    "NIST CSF 2.0 DE.CM-06",
                    "NIST CSF 2.0 DE.CM-09",
                    "ISO/IEC 27001:2022 A.8.15",
                    "ISO/IEC 27001:2022 A.8.16",
                    "CIS Controls v8.1 13.2",
                    "CIS Controls v8.1 13.7",
                    "DORA Art. 10",
                    "IEC 62443-3-3 SR 6.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at.fromThirdParty() && !at.kept().seen().detectsOnHosts() ? Stream.of(finding(at)) : Stream.empty();
    }

    private Finding finding(LinkSituation at) {
        List<Asset> blind = at.kept().hosts().stream()
                .filter(host -> !host.monitoring().detectsOnHosts())
                .toList();
        return findings.on(
                at,
                Severity.HIGH,
                "",
                at.otherSide() + " lands on " + place(at, blind)
                        + ", where neither endpoint detection nor log forwarding is known to run.",
                Evidence.of("landing", at.landing().key())
                        .and("endpointDetection", at.kept().seen().endpointDetection())
                        .andAll("hosts", blind.stream().map(Asset::key).toList()));
    }

    private static String place(LinkSituation at, List<Asset> blind) {
        String zone = "the zone " + at.landing().name();
        return blind.isEmpty()
                ? zone
                : (blind.size() == 1 ? "the host " : "the hosts ")
                        + Crown.listed(blind.stream().map(Asset::name).toList()) + " in " + zone;
    }
}
