package dev.sekisho.risk.rule.data;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import java.util.List;
import java.util.stream.Stream;

/** DATA-02: whoever gets hold of the storage at a third party can read what is on it. */
final class Unencrypted implements FindingRule.OnDataHolding {
    private static final RuleReference REFERENCE = new RuleReference(
            "DATA-02",
            "UNENCRYPTED",
            "Data at a third party not encrypted",
            "High, also when nobody said whether it is encrypted.",
            """
            At a third party our data lies beside that of others, on disks and backups we never see. Encryption is what
            still protects it when a copy is stolen, a disk is sold or a bucket is left open, and in many countries it
            decides whether every person concerned has to be told.""",
            """
            Have it encrypted with keys that the third party does not hold beside the data, its backups included, and
            record that it is.""",
            List.of(
                    "NIST SP 800-53r5 SC-28",
                    "NIST SP 800-53r5 SC-28(1)",
                    "NIST CSF 2.0 PR.DS-01",
                    "ISO/IEC 27001:2022 A.5.23",
                    "ISO/IEC 27001:2022 A.8.24",
                    "PCI DSS 4.0.1 3.5.1",
                    "CIS Controls v8.1 3.11",
                    "NIS2 Art. 21(2)(h)",
                    "DORA Art. 9(2)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(DataHoldingSituation at) {
        Boolean encrypted = at.holding().safeguards().encrypted();
        if (at.isDeleted() || Boolean.TRUE.equals(encrypted)) {
            return Stream.empty();
        }
        return Stream.of(findings.on(
                at,
                Severity.HIGH,
                encrypted == null
                        ? "Nobody said whether " + at.place() + " is encrypted, so it counts as readable."
                        : at.place() + " is not encrypted.",
                Evidence.of("encrypted", encrypted)));
    }
}
