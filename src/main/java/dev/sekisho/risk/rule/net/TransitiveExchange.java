package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** NET-15: a subcontractor nobody looked at comes to us through whom it works for. */
final class TransitiveExchange implements FindingRule.OnThirdParty {
    private static final int DAYS_OF_AN_ASSESSMENT = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "NET-15",
            "TRANSITIVE_EXCHANGE",
            "Unassessed subcontractor behind a third party",
            "Medium.",
            """
            A subcontractor works with the accounts, tools and connections of whom it works for, so it reaches what they
            reach, and its own security decides ours without ever having been looked at. In January 2022 customers of Okta
            were within reach of whoever sat at the computer of a support engineer of Sitel, who worked for Okta. Not
            assessed is one that never was, or longer than a year ago; its principal reaches us over a connection that is
            up, or by running hosts of ours.""",
            """
            Assess the subcontractor, or have its principal show that it did; else agree that it does not work on our
            connections.""",
            List.of(
                    "NIST SP 800-53r5 CA-3(7)",
                    "NIST SP 800-53r5 SR-6",
                    "NIST SP 800-53r5 SA-9(3)",
                    "NIST CSF 2.0 GV.SC-07",
                    "NIST CSF 2.0 ID.RA-10",
                    "ISO/IEC 27001:2022 A.5.21",
                    "ISO/IEC 27001:2022 A.5.22",
                    "NIS2 Art. 21(3)",
                    "DORA Art. 29(2)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        ThirdParty principal = at.principal();
        return principal == null ? AcceptanceScope.BARE : AcceptanceScope.BARE.and("through " + principal.key());
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        ThirdParty principal = at.principal();
        return principal == null || isAssessed(at) ? Stream.empty() : Stream.of(finding(at, principal));
    }

    private static boolean isAssessed(ThirdPartySituation at) {
        LocalDate day = at.thirdParty().assessedOn();
        return day != null
                && Days.hasBegun(day, at.today())
                && at.today().isBefore(day.plusDays(DAYS_OF_AN_ASSESSMENT));
    }

    private Finding finding(ThirdPartySituation at, ThirdParty principal) {
        LocalDate day = at.thirdParty().assessedOn();
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                at.thirdParty().name() + " reaches us through " + principal.name() + ", and its own security "
                        + (day == null ? "has never been assessed." : "was last assessed on " + day + "."),
                Evidence.of("principal", principal.key()).and("assessedOn", day == null ? "never" : day));
    }
}
