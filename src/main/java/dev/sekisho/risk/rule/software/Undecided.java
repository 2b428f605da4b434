package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.score.Flaw;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SW-10: no source can decide whether a product has a flaw. */
final class Undecided implements FindingRule.OnProduct {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-10",
            "UNDECIDED",
            "Vulnerabilities that no source can decide",
            "Medium, once a product; they count in the upper end of scores only.",
            """
            A catalogue of exploited vulnerabilities names vendor and product and no versions, and many a record writes
            n/a where the versions belong, or nothing that can be read. Whether we have the flaw cannot be told from
            that, however well we know what is installed. It is not proven, so it moves no score; but it is not
            disproven either, and one record of the maker's may make it the worst thing there is.""",
            """
            Load another source that names versions, such as the maker's own advisories, NVD or OSV; check how the
            product and its edition are spelled; or ask the maker and record the answer as a statement (VEX), an advisory,
            or an analyst's verdict. GET /unpatched-software says for each row what would decide it.""",
            List.of(
                    "NIST SP 800-53r5 RA-5",
                    "NIST SP 800-53r5 SI-5",
                    "NIST CSF 2.0 ID.RA-01",
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
    public AcceptanceScope scope(ProductSituation at, String cause) {
        return AcceptanceScope.BARE.andAll("possible advisory", advisories(at));
    }

    @Override
    public Stream<Finding> judge(ProductSituation at) {
        return at.possible().isEmpty() ? Stream.empty() : Stream.of(finding(at));
    }

    private Finding finding(ProductSituation at) {
        Set<String> advisories = advisories(at);
        Set<String> exploited = keys(
                at.possible().stream().filter(Flaw::exploited),
                flaw -> flaw.advisory().key());
        Set<String> installations =
                keys(at.possible().stream(), flaw -> flaw.installation().key());
        String flaws = advisories.size() == 1 ? "one vulnerability" : advisories.size() + " vulnerabilities";
        String used = exploited.isEmpty() ? "" : ", of which " + exploited.size() + " exploited";
        return findings.on(
                at,
                Severity.MEDIUM,
                at.product().name() + " may have " + flaws + used + ", which no source decides.",
                Evidence.of("count", advisories.size())
                        .andAll("advisories", advisories)
                        .andAll("exploited", exploited)
                        .andAll("installations", installations));
    }

    private static Set<String> advisories(ProductSituation at) {
        return keys(at.possible().stream(), flaw -> flaw.advisory().key());
    }

    private static Set<String> keys(Stream<Flaw> flaws, Function<Flaw, String> key) {
        return flaws.map(key).collect(Collectors.toCollection(TreeSet::new));
    }
}
