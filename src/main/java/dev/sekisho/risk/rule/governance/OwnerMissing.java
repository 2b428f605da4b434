package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.stream.Stream;

/** GOV-04: nobody of us answers for the third party. */
final class OwnerMissing implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-04",
            "OWNER_MISSING",
            "Third party without an owner",
            "Medium.",
            """
            A third party that nobody answers for keeps its access for ever. No one renews the assessment, asks whether
            the link is still needed, or can be called when it has to be cut at night.""",
            """
            Name a person of ours, in the business that needs the third party, who answers for the relation and
            confirms its accesses once a year.""",
            List.of(
                    "NIST SP 800-53r5 SA-9",
                    "NIST CSF 2.0 GV.SC-02",
                    "ISO/IEC 27001:2022 A.5.2",
                    "ISO/IEC 27001:2022 A.5.19",
                    "PCI DSS 4.0.1 12.8.1",
                    "CIS Controls v8.1 15.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        String owner = at.thirdParty().owner();
        boolean owned = owner != null && !owner.isBlank();
        if (owned || at.thirdParty().state() == ThirdPartyState.OFFBOARDED) {
            return Stream.empty();
        }
        return Stream.of(findings.on(
                at,
                Severity.MEDIUM,
                "",
                "Nobody of us is named to answer for " + at.thirdParty().name() + ".",
                Evidence.of("liveConnections", at.live().size())));
    }
}
