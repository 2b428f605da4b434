package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** PTH-01: from the third party to a crown jewel nothing has to be broken any more. */
final class CrownReachableNow implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-01",
            "CROWN_REACHABLE_NOW",
            "Crown jewel reachable without a further break",
            "Critical.",
            """
            Whoever breaks into the third party, or works there, can reach a target of criticality 80 or more with what
            is already open: links without a firewall, and software with flaws that are exploited, unfixed or overdue.
            So it stood at Mitsubishi Power in September 2020 from the day the flaw was found: the intruder reached a
            group company two weeks after coming in.""",
            """
            Cut the link or put a filter on the way today; the attack path names the hops. Then mend the software on
            it.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 RA-3",
                    "NIST SP 800-53r5 SC-7",
                    "NIST CSF 2.0 ID.RA-05",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "CIS Controls v8.1 12.2",
                    "NIS2 Art. 21(2)(d)",
                    "IEC 62443-3-3 SR 5.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at, at.crownsAt(0));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        if (!at.fromThirdParty()) {
            return Stream.empty();
        }
        List<Target> crowns = at.crownsAt(0);
        return crowns.isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.CRITICAL,
                        "",
                        at.otherSide() + " reaches " + Crown.names(crowns) + " through the zone "
                                + at.landing().name() + " without a single further break.",
                        Crown.evidence(crowns)));
    }
}
