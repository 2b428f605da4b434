package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/** PTH-04: one thing that is broken brings a third party nearer to many crown jewels at once. */
final class CommonBreak implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-04",
            "COMMON_BREAK",
            "One break on the way to many critical targets",
            "Medium, once a third party.",
            """
            Distances look safe one by one and are not together: where the shortest routes to 5 critical targets or more
            pass the same product, password or account, whoever breaks it once has broken it for all of them. In the
            breaches through MOVEit in May 2023 one flaw in one product opened some 2,700 organizations. Routes of at
            most two breaks are looked at; the end of a link of its own is left out, since every link has one.""",
            """
            Take the one thing off most of these routes: a second product on the inner firewalls, a password of its own
            for each host, a login of its own for each zone.""",
            List.of(
                    "NIST SP 800-53r5 SC-7(21)",
                    "NIST SP 800-53r5 SC-29",
                    "NIST SP 800-53r5 RA-3",
                    "NIST CSF 2.0 ID.RA-05",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "ISO/IEC 27001:2022 A.5.17",
                    "IEC 62443-3-3 SR 5.1"));

    /** The name spaces of what is broken, for a sentence. */
    private static final Map<String, String> WORDS = Map.of(
            "product", "the product",
            "password", "the password of the credential group",
            "credential", "the accounts of",
            "mfa", "the second factor of",
            "fw", "the firewall of the",
            "operations", "the operations of",
            "supply", "the supply channel of",
            "egress", "the egress filter of",
            "holder", "the systems of");

    private static final String PROVIDER = "credential:idp:";

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        AcceptanceScope scope = AcceptanceScope.BARE;
        for (Map.Entry<String, SortedSet<String>> common : at.commonBreaks().entrySet()) {
            scope = scope.andAll(common.getKey() + " to", common.getValue());
        }
        return scope;
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        return at.commonBreaks().isEmpty() ? Stream.empty() : Stream.of(finding(at, at.commonBreaks()));
    }

    private Finding finding(ThirdPartySituation at, SortedMap<String, SortedSet<String>> common) {
        int most = common.values().stream().mapToInt(SortedSet::size).max().orElseThrow();
        List<String> worstFirst = common.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                "Shortest routes of " + at.thirdParty().name() + " to up to " + most + " "
                        + (held(common) ? "zones, assets and data holdings" : "zones and assets")
                        + " of criticality 80 or more break the same thing: "
                        + Crown.listed(
                                worstFirst.stream().map(CommonBreak::inWords).toList()) + ".",
                Evidence.of("count", most)
                        .andAll("breaks", worstFirst)
                        .andAll("targets", common.get(worstFirst.get(0))));
    }

    private static boolean held(SortedMap<String, SortedSet<String>> common) {
        return common.values().stream()
                .flatMap(SortedSet::stream)
                .anyMatch(target -> target.startsWith(ThirdPartySituation.HELD));
    }

    /** "product:openssh" is "the product openssh". */
    private static String inWords(String label) {
        if (label.startsWith(PROVIDER)) {
            return "the identity provider " + label.substring(PROVIDER.length());
        }
        int end = label.indexOf(':');
        String kind = end < 0 ? label : label.substring(0, end);
        String of = label.substring(end + 1)
                .replace("connection-point:", "connection point ")
                .replace("zone-link:", "zone link ");
        return WORDS.getOrDefault(kind, kind) + " " + of;
    }
}
