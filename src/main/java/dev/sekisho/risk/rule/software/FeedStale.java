package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.SourceSituation;
import java.util.List;
import java.util.stream.Stream;

/** SW-09: what verdicts on software rest on is out of date, or was never there. */
final class FeedStale implements FindingRule.OnSource {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-09",
            "FEED_STALE",
            "Source of vulnerabilities out of date or never loaded",
            "Medium, once a source, as long as any software is in use.",
            """
            A verdict is as good as what it rests on. Of a source that stopped a month ago every flaw of that month is
            missing, and the lists look better than the day before. In February 2024 the NVD all but ceased to name the
            products of new records, and whoever read nothing else saw few flaws for months.""",
            """
            Load the source again and see to it that this happens every day; look at its last error. Where it is not
            wanted, accept the finding with the reason, so that whoever reads the lists knows what is not in them.""",
            List.of(
                    "NIST SP 800-53r5 RA-5",
                    "NIST SP 800-53r5 SI-5",
                    "NIST CSF 2.0 ID.RA-02",
                    "ISO/IEC 27001:2022 A.5.7",
                    "ISO/IEC 27001:2022 A.8.8",
                    "PCI DSS 4.0.1 6.3.1",
                    "CIS Controls v8.1 7.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(SourceSituation at) {
        return at.needed() && at.source().failsOn(at.today()) ? Stream.of(finding(at)) : Stream.empty();
    }

    private Finding finding(SourceSituation at) {
        KnowledgeSource source = at.source();
        String state = source.asOf() == null
                ? "Nothing of " + source.key() + " was ever loaded"
                : "What is loaded of " + source.key() + " is as of " + source.asOf();
        return findings.on(
                at,
                Severity.MEDIUM,
                state + (source.asOf() == null ? ", so nothing tells " : ", so nothing of it tells today ")
                        + source.tells() + ".",
                Evidence.of("source", source.key()).and("asOf", source.asOf()).and("goodUntil", source.goodUntil()));
    }
}
