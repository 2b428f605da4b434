package dev.sekisho.risk.rule.net;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** NET-09: nobody has tried for a long time to get past the firewall of the link. */
final class SegmentationTestOverdue implements FindingRule.OnLink {
    private static final int YEAR = 365;
    private static final int HALF_YEAR = 183;

    /** There is nothing to test where nothing stands, and that is worse and told elsewhere. */
    private static final Set<FilterState> STANDING =
            EnumSet.of(FilterState.VERIFIED, FilterState.UNVERIFIED, FilterState.HOST_ONLY);

    private static final RuleReference REFERENCE = new RuleReference(
            "NET-09",
            "SEGMENTATION_TEST_OVERDUE",
            "Test of the segmentation overdue",
            """
            Medium from 365 days after the last test, from 183 days where a managed service provider connects, or when
            there never was one.""",
            """
            A review reads what the rules say; a test finds what gets through: the second route nobody drew, the rule that
            matches nothing, the cable past the firewall. PCI DSS asks for it every year, and every six months of
            service providers, because their access is the widest.""",
            """
            Try from the other side of the link to reach what must not be reached, with a port scan at least, mend what
            gets through, and record the date of the test at the firewall of the link.""",
            List.of(
                    "NIST SP 800-53r5 CA-8",
                    "NIST SP 800-53r5 SC-7",
                    "NIST CSF 2.0 ID.IM-02",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.22",
                    "PCI DSS 4.0.1 11.4.5",
                    "PCI DSS 4.0.1 11.4.6",
                    "CIS Controls v8.1 18.2",
                    "DORA Art. 25"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        if (!STANDING.contains(at.link().firewall().state())) {
            return Stream.empty();
        }
        LocalDate tested = at.link().firewall().segmentationTestedOn();
        int due = servesUs(at) ? HALF_YEAR : YEAR;
        if (tested == null) {
            return Stream.of(finding(at, "has never been tested", Evidence.of("segmentationTestedOn", "never")));
        }
        long days = Days.since(tested, at.today());
        return days < due
                ? Stream.empty()
                : Stream.of(finding(
                        at,
                        "was last tested on " + tested + "; a test is due every " + due + " days",
                        Evidence.of("segmentationTestedOn", tested).and("days", days)));
    }

    private static boolean servesUs(LinkSituation at) {
        return at.connectionPoint()
                .map(point -> requireNonNull(at.estate().thirdParties().get(point.thirdParty())))
                .filter(party -> party.kind() == ThirdPartyKind.MSP)
                .isPresent();
    }

    private Finding finding(LinkSituation at, String when, Evidence evidence) {
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                "Whether anything gets past the firewall between " + at.sides() + " " + when + ".",
                evidence);
    }
}
