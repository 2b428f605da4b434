package dev.sekisho.risk.rule.net;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.AssetSituation;
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

/** NET-10: a third party lands right where the critical data is. */
final class DirectToDatastore implements FindingRule.OnLink, FindingRule.OnAsset {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-10",
            "DIRECT_TO_DATASTORE",
            "Third party lands beside critical data",
            "High: once a connection point, and once a host that a third party runs over a connection nobody registered.",
            """
            A link that ends in the zone of the databases leaves no second wall: the first host an intruder stands on is
            already next to what they came for. Where the rules of a link let somebody into that zone, it ends there too,
            whatever zone it is registered for. At Osaka General Medical Center in 2022 the link of the meal service led
            to the servers of the hospital, and the electronic records were lost for two months. A zone of which nobody
            has said what it holds counts as holding critical data.""",
            """
            Let the third party land in a zone of its own, a DMZ with a relay or a file gateway, and let only that host
            speak to the data, over approved flows.""",
            List.of(
                    "NIST SP 800-53r5 SC-7",
                    "NIST SP 800-53r5 SC-7(21)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "PCI DSS 4.0.1 1.4.4",
                    "CIS Controls v8.1 3.12",
                    "CIS Controls v8.1 12.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    /** Where the link is registered to land it is accepted with the link. */
    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at)
                .andAll(
                        "rules lead beside critical data in zone",
                        dangerous(at)
                                .map(Zone::key)
                                .filter(zone -> !zone.equals(at.landing().key()))
                                .toList());
    }

    /** The registered zone first. */
    private static Stream<Zone> dangerous(LinkSituation at) {
        Stream<Zone> byRules = at.landings().keySet().stream()
                .filter(zone -> !zone.equals(at.landing().key()))
                .map(zone -> requireNonNull(at.estate().zones().get(zone)));
        return Stream.concat(Stream.of(at.landing()), byRules).filter(DirectToDatastore::isDangerous);
    }

    private static boolean isDangerous(Zone zone) {
        return !Boolean.FALSE.equals(zone.holdsCriticalData());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        List<Zone> zones = at.fromThirdParty() ? dangerous(at).toList() : List.of();
        return zones.isEmpty() ? Stream.empty() : Stream.of(finding(at, zones));
    }

    private Finding finding(LinkSituation at, List<Zone> zones) {
        Zone first = zones.get(0);
        String more = zones.size() == 1
                ? ""
                : " So it does in "
                        + Crown.listed(zones.stream().skip(1).map(Zone::name).toList()) + ".";
        return findings.on(
                at,
                Severity.HIGH,
                "",
                at.otherSide() + " lands directly in the zone " + first.name() + why(first) + more,
                evidence(first)
                        .and("count", zones.size())
                        .andAll("zones", zones.stream().map(Zone::key).toList()));
    }

    private static String why(Zone zone) {
        return zone.holdsCriticalData() == null
                ? ", and since nobody has said whether critical data is held there, it counts as yes."
                : ", which holds critical data.";
    }

    private static Evidence evidence(Zone zone) {
        return Evidence.of("zone", zone.key()).and("holdsCriticalData", zone.holdsCriticalData());
    }

    @Override
    public AcceptanceScope scope(AssetSituation at, String cause) {
        return AcceptanceScope.BARE
                .and("host in zone " + at.asset().zone())
                .and("run by " + at.asset().managedBy());
    }

    @Override
    public Stream<Finding> judge(AssetSituation at) {
        String manager = at.asset().managedBy();
        Zone zone = requireNonNull(at.estate().zones().get(at.asset().zone()));
        return manager == null || !at.unregistered() || !isDangerous(zone)
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.HIGH,
                        requireNonNull(at.estate().thirdParties().get(manager)).name()
                                + " lands on the host " + at.asset().name() + ", which it runs over a connection nobody"
                                + " registered, directly in the zone " + zone.name() + why(zone),
                        evidence(zone).and("managedBy", manager)));
    }
}
