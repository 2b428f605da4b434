package dev.sekisho.risk.rule.path;

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
import java.util.List;
import java.util.stream.Stream;

/** PTH-02: one break in one product or one stolen credential is enough to reach a crown jewel. */
public final class OneBreakFromCrown implements FindingRule.OnLink {
    private static final int CRITICAL_EXPOSURE = 70_000;

    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-02",
            "ONE_BREAK_FROM_CROWN",
            "Crown jewel one break away",
            "High; Critical where the exposure of the link is 70 or more.",
            """
            Flaws nobody knows of yet will be found, so a target of criticality 80 or more that only one of them keeps
            safe is a matter of time. On the day before the Mitsubishi Power incident of 2020 no flaw was known, and one
            break in one product was enough to reach everything. Two independent walls turn such a day into an alert.""",
            """
            Put a second, different wall on the way: a filter of another make, a second factor, or a zone in between.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 RA-3",
                    "NIST SP 800-53r5 SC-7",
                    "NIST SP 800-53r5 SC-29",
                    "NIST CSF 2.0 ID.RA-05",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "CIS Controls v8.1 12.2",
                    "IEC 62443-3-3 SR 5.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at, at.crownsAt(1));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        if (!at.fromThirdParty()) {
            return Stream.empty();
        }
        List<Target> crowns = at.crownsAt(1);
        return crowns.isEmpty() ? Stream.empty() : Stream.of(finding(at, crowns));
    }

    private Finding finding(LinkSituation at, List<Target> crowns) {
        return findings.on(
                at,
                at.exposureMilli() >= CRITICAL_EXPOSURE ? Severity.CRITICAL : Severity.HIGH,
                "",
                "One break is enough for " + at.otherSide() + " to reach " + Crown.names(crowns) + " through the zone "
                        + at.landing().name() + ".",
                Crown.evidence(crowns).and("exposure", Evidence.decimal(at.exposureMilli() / 1000.0)));
    }
}
