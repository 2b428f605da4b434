package dev.sekisho.risk.rule.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** PTH-05: a test environment is a stepping stone from the third party to a crown jewel. */
final class TestEnvironmentBridge implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-05",
            "TEST_ENVIRONMENT_BRIDGE",
            "Way through a test environment",
            "Medium.",
            """
            Test environments are patched last, watched least and built with the passwords of production. The intrusion
            Microsoft disclosed in January 2024 began with an old test account without a second factor and ended in the
            mail of its executives. A way from test to production makes the weakest rules of the house the ones that
            count.""",
            """
            Separate the test zone from production: no link, or one that denies by default; accounts and keys of its
            own; and no third party in both.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 CM-4(1)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.31",
                    "PCI DSS 4.0.1 6.5.3",
                    "CIS Controls v8.1 16.8"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at).andAll("test zone", at.testZones());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        if (!at.fromThirdParty()) {
            return Stream.empty();
        }
        return at.testZones().isEmpty() ? Stream.empty() : Stream.of(finding(at));
    }

    private Finding finding(LinkSituation at) {
        List<String> names = at.testZones().stream()
                .map(key -> requireNonNull(at.estate().zones().get(key)).name())
                .toList();
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                "A way of at most two breaks from " + at.otherSide() + " to a crown jewel passes the test "
                        + (names.size() == 1 ? "zone " : "zones ") + Crown.listed(names) + ".",
                Evidence.none().andAll("testZones", at.testZones()).and("count", names.size()));
    }
}
