package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Agreement;
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
import org.jspecify.annotations.Nullable;

/** GOV-01: nothing in force binds the third party. */
final class AgreementMissingOrExpired implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-01",
            "AGREEMENT_MISSING_OR_EXPIRED",
            "Agreement missing or expired",
            "High.",
            """
            Without an agreement in force a third party owes us neither care nor a warning, and we have no right to ask
            or to look. After an intrusion there is nothing to hold them to. Supervisors read the contract first.""",
            """
            Conclude or renew the agreement with all required clauses and record its dates, or end the relation and
            take the connections down.""",
            List.of(
                    "NIST SP 800-53r5 CA-3",
                    "NIST SP 800-53r5 SA-9",
                    "NIST CSF 2.0 GV.SC-05",
                    "ISO/IEC 27001:2022 A.5.20",
                    "PCI DSS 4.0.1 12.8.2",
                    "CIS Controls v8.1 15.4",
                    "NIS2 Art. 21(2)(d)",
                    "DORA Art. 28",
                    "DORA Art. 30"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    /** A relation that has ended needs no agreement any more; a connection that outlives it is GOV-05. */
    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        Agreement agreement = at.thirdParty().agreement();
        boolean bound = agreement != null && agreement.inForce(at.today());
        return at.thirdParty().state() == ThirdPartyState.OFFBOARDED || bound
                ? Stream.empty()
                : Stream.of(finding(at, agreement));
    }

    private Finding finding(ThirdPartySituation at, @Nullable Agreement agreement) {
        return findings.on(
                at,
                Severity.HIGH,
                "",
                at.thirdParty().name() + why(at, agreement) + ".",
                agreement == null
                        ? Evidence.of("agreement", "none")
                        : Evidence.of("start", agreement.start()).and("end", agreement.end()));
    }

    private static String why(ThirdPartySituation at, @Nullable Agreement agreement) {
        if (agreement == null) {
            return " has no agreement with us";
        }
        boolean over = agreement.end() != null && at.today().isAfter(agreement.end());
        return over
                ? " is bound by no agreement since the last one ended on " + agreement.end()
                : " is bound by no agreement until " + agreement.start();
    }
}
