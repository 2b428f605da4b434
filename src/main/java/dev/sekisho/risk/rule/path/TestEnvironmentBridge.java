package dev.sekisho.risk.rule.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PTH-05: a test environment is a stepping stone from the third party to a crown jewel. */
final class TestEnvironmentBridge implements FindingRule.OnLink, FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-05",
            "TEST_ENVIRONMENT_BRIDGE",
            "Way through a test environment",
            "Medium: once a connection point; once a third party for all its ways that are no connection points.",
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
        return !at.fromThirdParty() || at.testZones().isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.MEDIUM,
                        "",
                        "A way of at most two breaks from " + at.otherSide() + passes(at.estate(), at.testZones())
                                + ".",
                        evidence(at.testZones())));
    }

    private static String passes(Estate estate, SortedSet<String> zones) {
        List<String> names = zones.stream()
                .map(key -> requireNonNull(estate.zones().get(key)).name())
                .toList();
        return " to a crown jewel passes the test " + (names.size() == 1 ? "zone " : "zones ") + Crown.listed(names);
    }

    private static Evidence evidence(SortedSet<String> zones) {
        return Evidence.none().andAll("testZones", zones).and("count", zones.size());
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        return AcceptanceScope.BARE.andAll("test zone", testZones(at)).andAll("way", OtherWay.keys(ways(at)));
    }

    private static List<OtherWay> ways(ThirdPartySituation at) {
        return at.otherWays().stream()
                .filter(way -> !way.near().testZones().isEmpty())
                .toList();
    }

    private static SortedSet<String> testZones(ThirdPartySituation at) {
        return ways(at).stream()
                .flatMap(way -> way.near().testZones().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        SortedSet<String> zones = testZones(at);
        return zones.isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.MEDIUM,
                        "",
                        "A way of at most two breaks from " + at.thirdParty().name() + passes(at.estate(), zones)
                                + ", over no connection point of its own: " + OtherWay.words(ways(at)) + ".",
                        evidence(zones).andAll("ways", OtherWay.keys(ways(at)))));
    }
}
