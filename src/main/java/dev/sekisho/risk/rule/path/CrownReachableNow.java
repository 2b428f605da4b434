package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.stream.Stream;

/** PTH-01: from the third party to a crown jewel nothing has to be broken any more. */
final class CrownReachableNow implements FindingRule.OnLink, FindingRule.OnThirdParty, FindingRule.OnDataHolding {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-01",
            "CROWN_REACHABLE_NOW",
            "Crown jewel reachable without a further break",
            """
            Critical: once a connection point; once a third party for all its ways that are no connection points; once a
            data holding.""",
            """
            Whoever breaks into the third party, or works there, can reach a target of criticality 80 or more with what
            is already open: links without a firewall, software with flaws that are exploited, unfixed or overdue, hosts
            it runs over a connection nobody registered, the software it supplies where it says itself that somebody has
            broken in there, and what it holds for us where that is so or something it runs on is open.
            So it stood at Mitsubishi Power in September 2020 from the day the flaw was found: the intruder reached a
            group company two weeks after coming in.""",
            """
            Cut the link or put a filter on the way today; the attack path names the hops. Then mend the software on
            it. Where there is no link to cut: take the third party's accounts off the host, stop the software it supplies
            or let nothing leave its zone, and have what it holds moved or locked.""",
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
                        at.otherSide() + " reaches " + Crown.names(crowns) + WayIn.words(at, crowns, 0)
                                + " without a single further break.",
                        Crown.evidence(crowns)));
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        return near(at).scope();
    }

    /** What is held by it is told of the holding. */
    private static ThirdPartySituation.Near near(ThirdPartySituation at) {
        return at.near(0, way -> !way.isOwnHolding());
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        ThirdPartySituation.Near near = near(at);
        return near.isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.CRITICAL,
                        "",
                        at.thirdParty().name() + " reaches " + Crown.names(near.crowns())
                                + " without a single further break, over no connection point of its own: "
                                + OtherWay.words(near.ways()) + ".",
                        near.evidence()));
    }

    @Override
    public Stream<Finding> judge(DataHoldingSituation at) {
        return at
                .crownAt(0)
                .map(crown -> findings.on(
                        at,
                        Severity.CRITICAL,
                        at.place() + " can be reached without a single further break: "
                                + (at.holder().notice() == Notice.COMPROMISED
                                        ? at.holder().name() + " says that somebody has broken in there."
                                        : "a flaw in software it runs on there opens the way."),
                        Crown.evidence(List.of(crown))))
                .stream();
    }
}
