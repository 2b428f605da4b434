package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** NET-13: nobody mends the firewall at a link any more, or soon nobody will. */
final class EdgeDeviceEndOfSupport implements FindingRule.OnLink {
    private static final int AHEAD = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "NET-13",
            "EDGE_DEVICE_END_OF_SUPPORT",
            "Firewall at a link out of support",
            "High once support of the firewall has ended; Medium within the last 365 days of it.",
            """
            A firewall faces whoever is outside, and a flaw in it that nobody mends any more opens every link it guards.
            CISA told federal agencies in BOD 26-02 to take edge devices out of service that their maker no longer
            supports. The firewall of a link is the installation of its product that is registered at the link; where
            none is, it may be any that is registered, and the one counts whose support ends first.""",
            """
            Replace the device or move it to a supported version before the day, and register the installation at the
            connection point it guards, so that it is judged by its own version.""",
            List.of(
                    "NIST SP 800-53r5 SA-22",
                    "NIST SP 800-53r5 SC-7",
                    "NIST SP 800-53r5 SI-2",
                    "NIST CSF 2.0 ID.AM-08",
                    "NIST CSF 2.0 PR.PS-03",
                    "ISO/IEC 27001:2022 A.8.8",
                    "ISO/IEC 27001:2022 A.8.20",
                    "PCI DSS 4.0.1 12.3.4",
                    "CIS Controls v8.1 12.1",
                    "CISA BOD 26-02"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        Installation firewall = at.kept().firewall();
        return firewall == null
                ? Scopes.of(at)
                : Scopes.of(at).and("firewall " + firewall.product()).and("support until " + firewall.endOfLife());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        Installation firewall = at.kept().firewall();
        LocalDate end = firewall == null ? null : firewall.endOfLife();
        return firewall == null || end == null || end.isAfter(at.today().plusDays(AHEAD))
                ? Stream.empty()
                : Stream.of(finding(at, firewall, end));
    }

    private Finding finding(LinkSituation at, Installation firewall, LocalDate end) {
        boolean over = end.isBefore(at.today());
        String when = end.equals(LocalDate.EPOCH) ? "has ended" : (over ? "ended on " : "ends on ") + end;
        return findings.on(
                at,
                over ? Severity.HIGH : Severity.MEDIUM,
                "",
                "Support of " + firewall.name() + ", the firewall between " + at.sides() + " or one of its kind, "
                        + when + ".",
                Evidence.of("product", firewall.product())
                        .and("installation", firewall.key())
                        .and("version", firewall.version())
                        .and("endOfLife", end));
    }
}
