package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.util.List;
import java.util.stream.Stream;

/** SW-08: no source knows the software, so that it has no flaws says nothing. */
final class UnmatchedSoftware implements FindingRule.OnInstallation {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-08",
            "UNMATCHED_SOFTWARE",
            "Software that no source knows",
            "Medium; High where third parties land.",
            """
            What no loaded source speaks of has no known flaws, and looks as clean as what was looked at and found sound.
            Mostly it is merely called otherwise in the records, so that a flaw everybody knows is shown to everybody
            but us: Citrix ADC was NetScaler before 2018 and is so again, and CitrixBleed of 2023 was published under
            that name. Where a third party lands, such software is
            among the first things an intruder tries.""",
            """
            Look at what the product may be called in records, and accept the name, package URL or CPE that fits. Where
            there is none, import the supplier's bill of materials, load the maker's advisories, or have the supplier
            commit to report flaws.""",
            List.of(
                    "NIST SP 800-53r5 CM-8",
                    "NIST SP 800-53r5 RA-5",
                    "NIST CSF 2.0 ID.AM-02",
                    "NIST CSF 2.0 ID.RA-01",
                    "ISO/IEC 27001:2022 A.5.9",
                    "ISO/IEC 27001:2022 A.8.8",
                    "PCI DSS 4.0.1 6.3.1",
                    "PCI DSS 4.0.1 6.3.2",
                    "CIS Controls v8.1 2.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        return at.installation().unmatched() && at.installation().useState().live()
                ? Stream.of(finding(at))
                : Stream.empty();
    }

    private Finding finding(InstallationSituation at) {
        return findings.on(
                at,
                at.landing() ? Severity.HIGH : Severity.MEDIUM,
                "",
                at.software() + " is known to no loaded source, so nobody knows whether it has flaws"
                        + (at.landing() ? ", and third parties land where it runs." : "."),
                Evidence.of("product", at.product().key())
                        .and("purl", at.product().purl())
                        .and("cpe", at.product().cpe())
                        .and("landing", at.landing()));
    }
}
