package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** ACC-02: several people of a third party use one account. */
final class SharedCredential implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "ACC-02",
            "SHARED_CREDENTIAL",
            "Shared credential",
            "High.",
            """
            A shared account tells nobody who came in, outlives everyone who leaves, and opens every door it is used
            for. At Osaka General Medical Center in 2022 servers had the same administrator's password, so that one
            stolen from the first was the key to all of them.""",
            """
            Give each person of the third party an account of their own, withdraw the shared one, and change every
            password it was known with.""",
            List.of(
                    "NIST SP 800-53r5 AC-2",
                    "NIST SP 800-53r5 IA-2(5)",
                    "NIST CSF 2.0 PR.AA-01",
                    "ISO/IEC 27001:2022 A.5.16",
                    "ISO/IEC 27001:2022 A.5.17",
                    "PCI DSS 4.0.1 8.2.2",
                    "CIS Controls v8.1 5.2",
                    "IEC 62443-3-3 SR 1.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.privileged(at);
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at
                .connectionPoint()
                .filter(point -> point.authentication() == Authentication.SHARED)
                .map(point -> findings.on(
                        at,
                        Severity.HIGH,
                        "",
                        "The people of " + at.otherSide() + " share one credential for the zone "
                                + at.landing().name() + ", so nobody can tell who came in.",
                        Evidence.of("authentication", point.authentication())))
                .stream();
    }
}
