package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Estates that tests speak of. */
public final class Estates {
    /** The day before the intruder came. */
    public static final LocalDate EVE = LocalDate.of(2020, 9, 6);

    private static final Monitoring NO_MONITORING = new Monitoring(false, false, false, 30);
    private static final Monitoring FULL = new Monitoring(true, true, true, 365);

    private Estate estate;

    private Estates(Estate estate) {
        this.estate = estate;
    }

    /** The company, its parent and a group company; the provider's server stands in the company network. */
    public static Estates mitsubishiPower() {
        return new Estates(Estate.builder()
                .add(new Organization("mhi", "三菱重工", null))
                .add(new Organization("mhps", "三菱パワー", "mhi"))
                .add(new Organization("group-co", "グループ会社", "mhi"))
                .add(zone("office", "mhps", "10.1.0.0/16", 90))
                .add(zone("group-office", "group-co", "10.2.0.0/16", 85))
                .add(new Asset(
                        "msp-unix",
                        "MSP-managed UNIX server",
                        "office",
                        AddressSet.of("10.1.0.7"),
                        50,
                        "msp",
                        NO_MONITORING,
                        null))
                .add(thirdParty("msp", ThirdPartyKind.MSP))
                .add(new ConnectionPoint(
                        "msp-point",
                        "MSP maintenance line",
                        new Ends("msp", AddressSet.of("198.51.100.0/24"), "office", "msp-unix"),
                        false,
                        new LinkTerms(
                                Transport.IP_VPN,
                                Access.ALWAYS_ON,
                                Authentication.UNKNOWN,
                                Egress.NONE,
                                NO_MONITORING,
                                List.of()),
                        Filtering.by(new Firewall(FilterState.NONE, null, null, null, null), null),
                        LinkState.ACTIVE))
                .add(new ZoneLink(
                        "office-to-group",
                        "company WAN",
                        "office",
                        "group-office",
                        new LinkTerms(
                                Transport.DEDICATED_ENCRYPTED,
                                Access.ALWAYS_ON,
                                Authentication.UNKNOWN,
                                Egress.NONE,
                                NO_MONITORING,
                                List.of()),
                        Filtering.by(new Firewall(FilterState.NONE, null, null, null, null), null),
                        LinkState.ACTIVE))
                .add(new Product("msp-tool", "MSP tool", "msp"))
                .add(new Installation(
                        "msp-tool-at-unix",
                        "MSP tool on the UNIX server",
                        "msp-tool",
                        new InstalledVersion("4.2", EVE.minusYears(1)),
                        new Place(Place.Kind.ASSET, "msp-unix"),
                        new Use(UseState.IN_USE, EVE.minusYears(1)),
                        List.of()))
                .build());
    }

    public Estate build() {
        return estate;
    }

    public Estates withUnfixedFlaw() {
        return with(b -> b.add(new Advisory(
                        "OWN-1",
                        "Unpublished flaw in the MSP tool",
                        null,
                        false,
                        new Hazard(null, null, false, null, null, Impact.UNKNOWN),
                        EVE))
                .add(new Match("msp-tool-at-unix", "OWN-1", Verdict.AFFECTED, "told by the vendor", null, null)));
    }

    public Estates withUseStopped(UseState state) {
        Installation tool = estate.installations().get("msp-tool-at-unix");
        return with(b -> b.add(tool.with(new Use(state, EVE))));
    }

    /** Firewalls on both sides of the company network: in from the provider one service, out to the group nothing. */
    public Estates withFirewalls() {
        RuleSet one =
                RuleSet.of(Rule.permit().from("198.51.100.0/24").to("10.1.0.7").tcp("443"));
        return withFirewallAt("msp-point", one).withZoneFirewallAt("office-to-group", RuleSet.of());
    }

    public Estates withFirewallAt(String key, RuleSet rules) {
        return withPoint(
                key,
                p -> p.with(p.terms()
                                .with(Authentication.MFA)
                                .with(Egress.DENY_BY_DEFAULT)
                                .with(FULL))
                        .with(Filtering.by(verified(), rules)));
    }

    public Estates withFirewall(String key, Firewall firewall) {
        return withPoint(key, p -> p.with(p.filtering().with(firewall)));
    }

    public Estates withApproved(String key, ApprovedFlow... flows) {
        return withPoint(key, p -> p.with(p.terms().approving(List.of(flows))));
    }

    public Estates withZoneFirewallAt(String key, RuleSet rules) {
        return with(b -> b.add(estate.zoneLinks().get(key).with(Filtering.by(verified(), rules))));
    }

    public Estates withLinkState(String key, LinkState state) {
        return withPoint(key, p -> p.with(state));
    }

    public Estates withPoint(String key, UnaryOperator<ConnectionPoint> change) {
        return with(b -> b.add(change.apply(estate.connectionPoints().get(key))));
    }

    public Estates with(UnaryOperator<Estate.Builder> change) {
        estate = change.apply(estate.toBuilder()).build();
        return this;
    }

    public static Zone zone(String key, String organization, String cidr, @Nullable Integer criticality) {
        return new Zone(
                key,
                key,
                organization,
                AddressSet.of(cidr),
                new Classification(criticality, Environment.OFFICE, true),
                NO_MONITORING,
                Egress.NONE);
    }

    public static ThirdParty thirdParty(String key, ThirdPartyKind kind) {
        return new ThirdParty(
                key,
                key,
                kind,
                90,
                null,
                new DueDiligence(
                        "CIO",
                        new Agreement(
                                EVE.minusYears(3),
                                null,
                                Set.of(
                                        Clause.AUDIT_RIGHT,
                                        Clause.LOGGING,
                                        Clause.CONTINUITY,
                                        Clause.PERSONNEL,
                                        Clause.TERMINATION)),
                        EVE.minusDays(400),
                        0.0,
                        .5),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    private static Firewall verified() {
        return new Firewall(FilterState.VERIFIED, null, EVE.minusDays(30), null, EVE.minusDays(30));
    }
}
