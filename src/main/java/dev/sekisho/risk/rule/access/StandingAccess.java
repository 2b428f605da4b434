package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** ACC-03: the access of a third party is open day and night. */
final class StandingAccess implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "ACC-03",
            "STANDING_ACCESS",
            "Standing access",
            "Medium; High with administrator's rights or when those are unknown. Unknown access counts as always on.",
            """
            An access that is always open serves the intruder at three in the morning as well as the technician at
            noon. At Osaka General Medical Center in 2022 the remote desktop link to the meal service was always on, and
            the ransomware came over it. A link that is opened on demand leaves hours instead of months, and every
            opening is a question somebody answers.""",
            """
            Open the link for a stated piece of work and let it close by itself. Where machines exchange data, a
            schedule, or at least no administrator's rights, limits what an open link can do.""",
            List.of(
                    "NIST SP 800-53r5 AC-17(9)",
                    "NIST SP 800-53r5 MA-4",
                    "NIST CSF 2.0 PR.AA-05",
                    "ISO/IEC 27001:2022 A.5.18",
                    "ISO/IEC 27001:2022 A.8.2",
                    "PCI DSS 4.0.1 8.2.7",
                    "IEC 62443-3-3 SR 1.13",
                    "IEC 62443-3-3 SR 2.6"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.privileged(at);
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at
                .connectionPoint()
                .filter(point -> point.access() == Access.ALWAYS_ON || point.access() == Access.UNKNOWN)
                .map(point -> finding(at, point))
                .stream();
    }

    private Finding finding(LinkSituation at, ConnectionPoint point) {
        String when = point.access() == Access.UNKNOWN
                ? " at times nobody has stated, which counts as always"
                : " at all times";
        return findings.on(
                at,
                point.grantsPrivilege() ? Severity.HIGH : Severity.MEDIUM,
                "",
                "The access of " + at.otherSide() + " to the zone "
                        + at.landing().name() + " is open" + when
                        + (point.grantsPrivilege() ? ", with administrator's rights behind it." : "."),
                Evidence.of("access", point.access()).and("privileged", point.privileged()));
    }
}
