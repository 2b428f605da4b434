package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
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
import org.jspecify.annotations.Nullable;

/** Two companies, a and b, with nothing between them; the keys of what belongs to one end with its letter. */
final class Islands {
    static final LocalDate LONG_AGO = RandomEstate.TODAY.minusYears(1);
    /** Between the zones of island a. */
    static final RuleSet HTTPS = httpsTo("10.1.1.0/24");

    private Islands() {}

    static RuleSet httpsTo(String addresses) {
        return RuleSet.of(Rule.permit().to(addresses).tcp("443"));
    }

    static Estate build() {
        Estate.Builder estate = Estate.builder();
        add(estate, "a", 1);
        add(estate, "b", 2);
        return estate.build();
    }

    /** The connection point of an island as it is. */
    static PointDraft point(String island) {
        return point("point-" + island, island);
    }

    /** A further connection point of an island's third party. */
    static PointDraft point(String key, String island) {
        return new PointDraft(key, "party-" + island, "outer-" + island).onto("host-" + island);
    }

    static ThirdParty party(String island) {
        return Estates.thirdParty("party-" + island, ThirdPartyKind.MSP);
    }

    static ThirdParty compromised(String island) {
        return party(island).with(Notice.COMPROMISED);
    }

    private static void add(Estate.Builder estate, String island, int number) {
        String cidr = "10." + number + ".0.0/24";
        String inner = "10." + number + ".1.0/24";
        estate.add(new Organization("company-" + island, "Company " + island, null))
                .add(Estates.zone("outer-" + island, "company-" + island, cidr, 40))
                .add(Estates.zone("inner-" + island, "company-" + island, inner, 90))
                .add(host(island, "party-" + island, "group-" + island))
                .add(party(island))
                .add(point(island).build())
                .add(link(island, httpsTo(inner)))
                .add(new Product("tool-" + island, "Tool", "party-" + island))
                .add(installation("server-" + island, island, new Place(Place.Kind.ASSET, "host-" + island)))
                .add(installation("box-" + island, island, new Place(Place.Kind.CONNECTION_POINT, "point-" + island)))
                .add(advisory("flaw-" + island, null))
                .add(match("server-" + island, island))
                .add(match("box-" + island, island));
    }

    /** The link between the zones of an island with other rules. */
    static ZoneLink link(String island, RuleSet rules) {
        return new ZoneLink(
                "link-" + island,
                "Link",
                "outer-" + island,
                "inner-" + island,
                new LinkTerms(
                        Transport.DEDICATED_ENCRYPTED,
                        Access.ALWAYS_ON,
                        Authentication.MFA,
                        Egress.DENY_BY_DEFAULT,
                        Monitoring.UNKNOWN,
                        List.of()),
                Filtering.by(verified(null), rules),
                LinkState.ACTIVE);
    }

    /** The host of an island, run by somebody and its password shared with a group, or not. */
    static Asset host(String island, @Nullable String managedBy, @Nullable String group) {
        return new Asset(
                "host-" + island, "Host", "outer-" + island, AddressSet.NONE, 50, managedBy, Monitoring.UNKNOWN, group);
    }

    private static Installation installation(String key, String island, Place place) {
        return installation(key, "tool-" + island, place, UseState.IN_USE);
    }

    static Installation installation(String key, String product, Place place, UseState state) {
        return new Installation(
                key, "Tool", product, new InstalledVersion("1", LONG_AGO), place, new Use(state, LONG_AGO), List.of());
    }

    static Advisory advisory(String key, @Nullable Exploitation exploited) {
        return new Advisory(
                key, "Flaw", key, true, new Hazard(5.0, .1, false, exploited, false, Impact.PARTIAL), LONG_AGO);
    }

    private static Match match(String installation, String island) {
        return match(installation, "flaw-" + island, RandomEstate.TODAY.minusDays(1));
    }

    /** @param fixed since when there is a fix; absent where there is none */
    static Match match(String installation, String advisory, @Nullable LocalDate fixed) {
        return new Match(installation, advisory, Verdict.AFFECTED, "range", fixed == null ? null : "2", fixed);
    }

    static Firewall verified(@Nullable String product) {
        return new Firewall(FilterState.VERIFIED, product, LONG_AGO, null, LONG_AGO);
    }
}
