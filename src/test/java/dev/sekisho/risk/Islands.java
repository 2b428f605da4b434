package dev.sekisho.risk;

import dev.sekisho.risk.estate.Access;
import dev.sekisho.risk.estate.Advisory;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Authentication;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Egress;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.FilterState;
import dev.sekisho.risk.estate.Firewall;
import dev.sekisho.risk.estate.Impact;
import dev.sekisho.risk.estate.Installation;
import dev.sekisho.risk.estate.LinkState;
import dev.sekisho.risk.estate.Match;
import dev.sekisho.risk.estate.Monitoring;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Place;
import dev.sekisho.risk.estate.Product;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.Transport;
import dev.sekisho.risk.estate.UseState;
import dev.sekisho.risk.estate.Verdict;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.Rule;
import dev.sekisho.risk.traffic.RuleSet;
import java.time.LocalDate;
import java.util.List;

/** Two companies, a and b, with nothing between them; the keys of what belongs to one end with its letter. */
final class Islands {
    private static final LocalDate LONG_AGO = RandomEstate.TODAY.minusYears(1);
    private static final RuleSet HTTPS = RuleSet.of(Rule.permit().tcp("443"));

    private Islands() {}

    static Estate build() {
        Estate.Builder estate = Estate.builder();
        add(estate, "a", 1);
        add(estate, "b", 2);
        return estate.build();
    }

    static ConnectionPoint point(String island) {
        return point(island, island);
    }

    /** A further connection point of an island's third party. */
    static ConnectionPoint point(String name, String island) {
        return point("point-" + name, island, HTTPS);
    }

    static ConnectionPoint openPoint(String island) {
        return point("point-" + island, island, RuleSet.of().orElse(Action.PERMIT));
    }

    static ThirdParty party(String island) {
        return Estates.thirdParty("party-" + island, ThirdPartyKind.MSP);
    }

    static ThirdParty compromised(String island) {
        ThirdParty party = party(island);
        return new ThirdParty(
                party.key(),
                party.name(),
                party.kind(),
                party.criticality(),
                party.parent(),
                party.owner(),
                party.agreement(),
                party.assessedOn(),
                party.subprocessorsDeclared(),
                party.externalRating(),
                party.state(),
                Notice.COMPROMISED);
    }

    private static void add(Estate.Builder estate, String island, int number) {
        String cidr = "10." + number + ".0.0/24";
        String inner = "10." + number + ".1.0/24";
        estate.add(new Organization("company-" + island, "Company " + island, null))
                .add(Estates.zone("outer-" + island, "company-" + island, cidr, 40))
                .add(Estates.zone("inner-" + island, "company-" + island, inner, 90))
                .add(host(island))
                .add(party(island))
                .add(point(island))
                .add(link(island))
                .add(new Product("tool-" + island, "Tool", "party-" + island))
                .add(installation("server-" + island, island, new Place(Place.Kind.ASSET, "host-" + island)))
                .add(installation("box-" + island, island, new Place(Place.Kind.CONNECTION_POINT, "point-" + island)))
                .add(advisory(island))
                .add(match("server-" + island, island))
                .add(match("box-" + island, island));
    }

    private static ConnectionPoint point(String key, String island, RuleSet rules) {
        return new ConnectionPoint(
                key,
                key,
                "party-" + island,
                "outer-" + island,
                "host-" + island,
                Transport.IP_VPN,
                Access.ALWAYS_ON,
                Authentication.MFA,
                false,
                AddressSet.of("198.51.100.0/24"),
                Egress.DENY_BY_DEFAULT,
                Monitoring.UNKNOWN,
                List.of(),
                verified(),
                rules,
                LinkState.ACTIVE);
    }

    private static ZoneLink link(String island) {
        return new ZoneLink(
                "link-" + island,
                "Link",
                "outer-" + island,
                "inner-" + island,
                Transport.DEDICATED_ENCRYPTED,
                Access.ALWAYS_ON,
                Authentication.MFA,
                Egress.DENY_BY_DEFAULT,
                Monitoring.UNKNOWN,
                List.of(),
                verified(),
                HTTPS,
                LinkState.ACTIVE);
    }

    private static Asset host(String island) {
        return new Asset(
                "host-" + island,
                "Host",
                "outer-" + island,
                AddressSet.NONE,
                50,
                "party-" + island,
                Monitoring.UNKNOWN,
                "group-" + island);
    }

    private static Installation installation(String key, String island, Place place) {
        return new Installation(
                key, "Tool", "tool-" + island, "1", place, UseState.IN_USE, LONG_AGO, LONG_AGO, List.of());
    }

    private static Advisory advisory(String island) {
        return new Advisory(
                "flaw-" + island, "Flaw", "CVE-" + island, true, 5.0, .1, false, null, false, Impact.PARTIAL, LONG_AGO);
    }

    private static Match match(String installation, String island) {
        return new Match(
                installation, "flaw-" + island, Verdict.AFFECTED, "range", "2", RandomEstate.TODAY.minusDays(1));
    }

    private static Firewall verified() {
        return new Firewall(FilterState.VERIFIED, null, LONG_AGO, null, LONG_AGO);
    }
}
