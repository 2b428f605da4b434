package dev.sekisho.risk.rule.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Distance;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** PTH-03: the third party of one of our companies is at most one break away from another company. */
final class CrossGroupPivot implements FindingRule.OnLink, FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-03",
            "CROSS_GROUP_PIVOT",
            "Third party of one company reaches another",
            "High: once a connection point; once a third party for all its ways that are no connection points.",
            """
            The company that chose the third party is not the one that pays: its group companies never assessed it and
            cannot see it. So it is over a link, and just so on a host it runs over a connection nobody registered, with
            software it supplies, and by the ways of whom it works for. The intruder at Mitsubishi Power in 2020 moved on to a server of a group company after two
            weeks; NotPetya in 2017 came in through bookkeeping software in Ukraine and stopped whole groups
            worldwide.""",
            """
            Treat links between our own companies as links to strangers: a firewall that denies by default, no shared
            administrators' passwords, and no trust inherited from a common directory.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 CA-9",
                    "NIST SP 800-53r5 SC-7(21)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "CIS Controls v8.1 12.2",
                    "CIS Controls v8.1 13.4",
                    "IEC 62443-3-3 SR 5.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return with(Scopes.of(at), at.otherOrganizations());
    }

    private static AcceptanceScope with(AcceptanceScope scope, SortedMap<String, Distance> others) {
        return scope.andAll("company", others.keySet())
                .andAll(
                        "without a single break company",
                        others.entrySet().stream()
                                .filter(other -> other.getValue().atLeast() == 0)
                                .map(Map.Entry::getKey)
                                .toList());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        SortedMap<String, Distance> others = at.otherOrganizations();
        return !at.fromThirdParty() || others.isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.HIGH,
                        "",
                        at.otherSide() + " comes in at the zone " + at.landing().name() + reaches(at.estate(), others)
                                + ".",
                        evidence(others)));
    }

    private static String reaches(Estate estate, SortedMap<String, Distance> others) {
        List<String> names = others.keySet().stream()
                .map(key -> requireNonNull(estate.organizations().get(key)).name())
                .toList();
        return " and reaches " + (names.size() == 1 ? "another company of ours, " : "other companies of ours, ")
                + Crown.listed(names) + ", in at most one break";
    }

    private static Evidence evidence(SortedMap<String, Distance> others) {
        return Evidence.none()
                .andAll("organizations", others.keySet())
                .and("count", others.size())
                .and("breaks", Crown.text(others.values().stream().reduce(Distance.NONE, Distance::nearer)));
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        return with(AcceptanceScope.BARE, others(at)).andAll("way", OtherWay.keys(ways(at)));
    }

    /** Those that lead on from one company to another. */
    private static List<OtherWay> ways(ThirdPartySituation at) {
        return at.otherWays().stream()
                .filter(way -> !way.near().organizations().isEmpty())
                .toList();
    }

    private static SortedMap<String, Distance> others(ThirdPartySituation at) {
        var others = new TreeMap<String, Distance>();
        ways(at).forEach(way ->
                way.near().organizations().forEach((key, distance) -> others.merge(key, distance, Distance::nearer)));
        return others;
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        SortedMap<String, Distance> others = others(at);
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.HIGH,
                        "",
                        at.thirdParty().name() + " comes in over no connection point of its own"
                                + reaches(at.estate(), others) + ": " + OtherWay.words(ways(at)) + ".",
                        evidence(others).andAll("ways", OtherWay.keys(ways(at)))));
    }
}
