package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ZoneSituation;
import java.util.List;
import java.util.stream.Stream;

/** GOV-08: nobody has said how much depends on it. */
final class Unclassified implements FindingRule.OnZone, FindingRule.OnAsset {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-08",
            "UNCLASSIFIED",
            "Zone or asset without criticality",
            "Medium; scored as criticality 100.",
            """
            What is worth most decides what to protect first, and an unknown worth counts as the highest. Every zone
            left unclassified raises the scores of all links that reach it and hides the ones that matter.""",
            """
            Ask the owner what stops when it is lost, and record the criticality from 0 to 100.""",
            List.of(
                    "NIST SP 800-53r5 RA-2",
                    "NIST SP 800-53r5 RA-9",
                    "NIST CSF 2.0 ID.AM-05",
                    "ISO/IEC 27001:2022 A.5.9",
                    "ISO/IEC 27001:2022 A.5.12",
                    "CIS Controls v8.1 3.7",
                    "DORA Art. 8"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(ZoneSituation at) {
        return at.zone().criticality() == null
                ? Stream.of(
                        findings.on(at, Severity.MEDIUM, words("zone", at.zone().name()), evidence()))
                : Stream.empty();
    }

    @Override
    public Stream<Finding> judge(AssetSituation at) {
        return at.asset().criticality() == null
                ? Stream.of(findings.on(
                        at, Severity.MEDIUM, words("asset", at.asset().name()), evidence()))
                : Stream.empty();
    }

    private static String words(String kind, String name) {
        return "The " + kind + " " + name + " has no criticality and counts as the most critical there is.";
    }

    private static Evidence evidence() {
        return Evidence.of("criticality", null).and("countedAs", 100);
    }
}
