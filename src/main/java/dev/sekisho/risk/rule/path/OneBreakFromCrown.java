package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Evidence;
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

/** PTH-02: one break in one product or one stolen credential is enough to reach a crown jewel. */
public final class OneBreakFromCrown
        implements FindingRule.OnLink, FindingRule.OnThirdParty, FindingRule.OnDataHolding {
    private static final int CRITICAL_EXPOSURE = 70_000;

    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-02",
            "ONE_BREAK_FROM_CROWN",
            "Crown jewel one break away",
            """
            High; Critical where the exposure of the way is 70 or more. Once a connection point; once a third party for the
            hosts it runs without a connection point and for the ways of whom it works for; once a data holding.""",
            """
            Flaws nobody knows of yet will be found, so a target of criticality 80 or more that only one of them keeps
            safe is a matter of time. On the day before the Mitsubishi Power incident of 2020 no flaw was known, and one
            break in one product was enough to reach everything. Two independent walls turn such a day into an alert. What
            a third party holds for us is one break away as long as it holds it, and a subcontractor is one break farther
            from everything than whom it works for. What comes with software that is supplied is PTH-06.""",
            """
            Put a second, different wall on the way: a filter of another make, a second factor, or a zone in between. Let
            third parties hold less, and have deleted what they need no more.""",
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
                severity(at.exposureMilli()),
                "",
                "One break is enough for " + at.otherSide() + " to reach " + Crown.names(crowns)
                        + WayIn.words(at, crowns, 1) + ".",
                Crown.evidence(crowns).and("exposure", points(at.exposureMilli())));
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        return near(at).scope();
    }

    /** What is held by it is told of the holding, and of the software it supplies there is another rule. */
    private static ThirdPartySituation.Near near(ThirdPartySituation at) {
        return at.near(1, way -> !way.isOwnHolding() && !way.isSupply());
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        ThirdPartySituation.Near near = near(at);
        return near.isEmpty() ? Stream.empty() : Stream.of(finding(at, near));
    }

    private Finding finding(ThirdPartySituation at, ThirdPartySituation.Near near) {
        int exposureMilli =
                near.ways().stream().mapToInt(OtherWay::exposureMilli).max().orElse(0);
        return findings.on(
                at,
                severity(exposureMilli),
                "",
                "One break is enough for " + at.thirdParty().name() + " to reach " + Crown.names(near.crowns())
                        + " over no connection point of its own: " + OtherWay.words(near.ways()) + ".",
                near.evidence().and("exposure", points(exposureMilli)));
    }

    @Override
    public Stream<Finding> judge(DataHoldingSituation at) {
        return at
                .crownAt(1)
                .map(crown -> findings.on(
                        at,
                        Severity.HIGH,
                        "One break at " + at.holder().name() + " is enough to reach "
                                + at.holding().name() + ".",
                        Crown.evidence(List.of(crown))))
                .stream();
    }

    private static Severity severity(int exposureMilli) {
        return exposureMilli >= CRITICAL_EXPOSURE ? Severity.CRITICAL : Severity.HIGH;
    }

    private static String points(int exposureMilli) {
        return Evidence.decimal(exposureMilli / 1000.0);
    }
}
