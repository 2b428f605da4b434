package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * An estate of the size of a large group, the same at every run. In proportion to its connection points it has a tenth of
 * third parties, a twentieth of zones with a host each, a tenth of links between zones, as many installations, and a
 * hundredth of advisories. All zone links, or so many in a hundred, and a third of the connection points
 * have rules. Installations are in zones and on hosts, one in a
 * hundred at a connection point, whose ways in are then searched for it alone.
 */
final class LargeEstate {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final int ORGANIZATIONS = 50;
    private static final int THIRD = 3;
    private static final int FEW = 100;

    final int points;
    final int thirdParties;
    final int zones;
    final int zoneLinks;
    private final int products;
    private final int advisories;
    private final int ruled;
    private final Random random = new Random(1);

    LargeEstate(int points) {
        this(points, 100);
    }

    /** @param ruled how many in a hundred links between zones have rules */
    LargeEstate(int points, int ruled) {
        this.ruled = ruled;
        this.points = points;
        thirdParties = points / 10;
        zones = points / 20;
        zoneLinks = points / 10;
        products = points / 50;
        advisories = points / 100;
    }

    Estate.Builder facts() {
        var estate = Estate.builder();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            estate.add(new Organization("o" + i, "Company " + i, i == 0 ? null : "o0"));
        }
        for (int i = 0; i < zones; i++) {
            estate.add(zone(i, random.nextInt(20) == 0 ? 90 : random.nextInt(80)))
                    .add(asset(i));
        }
        for (int i = 0; i < thirdParties; i++) {
            estate.add(thirdParty(i, "Vendor " + i));
        }
        for (int i = 0; i < points; i++) {
            estate.add(point(i, "Connection " + i, random.nextInt(10) == 0 ? FilterState.NONE : FilterState.VERIFIED));
        }
        for (int i = 0; i < zoneLinks; i++) {
            int from = random.nextInt(zones);
            int to = (from + 1 + random.nextInt(zones - 1)) % zones;
            estate.add(zoneLink(i, from, to, random.nextInt(10) == 0 ? FilterState.NONE : FilterState.VERIFIED));
        }
        software(estate);
        return estate;
    }

    Zone zone(int i, int criticality) {
        var cidr = AddressSet.of("10." + i / 250 + "." + i % 250 + ".0/24");
        return new Zone(
                "z" + i,
                "Zone " + i,
                "o" + i % ORGANIZATIONS,
                cidr,
                new Classification(criticality, Environment.OFFICE, false),
                monitoring(),
                Egress.PARTIAL);
    }

    private Asset asset(int i) {
        var address = AddressSet.of("10." + i / 250 + "." + i % 250 + ".7");
        return new Asset("a" + i, "Host " + i, "z" + i, address, random.nextInt(80), null, monitoring(), null);
    }

    ThirdParty thirdParty(int i, String name) {
        var agreement = new Agreement(TODAY.minusYears(2), TODAY.plusYears(1), EnumSet.allOf(Clause.class));
        return new ThirdParty(
                "t" + i,
                name,
                ThirdPartyKind.VENDOR,
                50,
                null,
                new DueDiligence("owner", agreement, TODAY.minusDays(i * 37 % 700), .5, .3),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    ConnectionPoint point(int i, String name, FilterState filter) {
        int zone = i % zones;
        String host = "10." + zone / 250 + "." + zone % 250 + ".7";
        return new ConnectionPoint(
                "c" + i,
                name,
                new Ends("t" + i % thirdParties, AddressSet.NONE, "z" + zone, null),
                false,
                new LinkTerms(
                        Transport.IP_VPN,
                        Access.SCHEDULED,
                        Authentication.MFA,
                        Egress.PARTIAL,
                        monitoring(),
                        List.of()),
                Filtering.by(
                        new Firewall(filter, null, TODAY.minusDays(90), null, TODAY.minusDays(90)),
                        i % THIRD == 0 ? RuleSet.of(Rule.permit().to(host).tcp("443")) : null),
                LinkState.ACTIVE);
    }

    ZoneLink zoneLink(int i, int from, int to, FilterState filter) {
        RuleSet rules = i % 100 >= ruled
                ? null
                : i % 2 == 0 ? RuleSet.of() : RuleSet.of(Rule.permit().tcp("443"));
        return new ZoneLink(
                "l" + i,
                "Zone link " + i,
                "z" + from,
                "z" + to,
                new LinkTerms(
                        Transport.DEDICATED_ENCRYPTED,
                        Access.ALWAYS_ON,
                        Authentication.MUTUAL_CERTIFICATE,
                        Egress.PARTIAL,
                        monitoring(),
                        List.of()),
                Filtering.by(new Firewall(filter, "p" + i % 20, TODAY.minusDays(90), null, TODAY.minusDays(90)), rules),
                LinkState.ACTIVE);
    }

    private void software(Estate.Builder estate) {
        for (int i = 0; i < products; i++) {
            estate.add(new Product("p" + i, "Product " + i, "t" + i));
        }
        for (int i = 0; i < advisories; i++) {
            estate.add(advisory("CVE-" + i));
        }
        for (int i = 0; i < points; i++) {
            estate.add(new Installation(
                    "i" + i,
                    "Installation " + i,
                    "p" + random.nextInt(products),
                    new InstalledVersion("1.0", TODAY.minusDays(100)),
                    place(i),
                    new Use(UseState.IN_USE, null),
                    List.of()));
            if (random.nextInt(4) == 0) {
                estate.add(match("i" + i, "CVE-" + random.nextInt(advisories)));
            }
        }
    }

    private Place place(int i) {
        if (i % FEW == 0) {
            return new Place(Place.Kind.CONNECTION_POINT, "c" + i);
        }
        return i % 2 == 0 ? new Place(Place.Kind.ASSET, "a" + i % zones) : new Place(Place.Kind.ZONE, "z" + i % zones);
    }

    static Advisory advisory(String key) {
        var published = TODAY.minusDays(20);
        return new Advisory(
                key, "Flaw " + key, key, true, new Hazard(7.5, .01, false, null, false, Impact.PARTIAL), published);
    }

    static Match match(String installation, String advisory) {
        return new Match(installation, advisory, Verdict.AFFECTED, "range", "1.1", TODAY.minusDays(10));
    }

    private static Monitoring monitoring() {
        return new Monitoring(true, true, false, 365);
    }
}
