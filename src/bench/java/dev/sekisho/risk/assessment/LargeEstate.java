package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
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
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** An estate of the size of a large group, the same at every run. */
final class LargeEstate {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final int THIRD_PARTIES = 10_000;
    static final int POINTS = 100_000;
    static final int ZONES = 5_000;
    static final int INSTALLATIONS = 100_000;
    private static final int ORGANIZATIONS = 50;
    private static final int PRODUCTS = 2_000;
    private static final int ADVISORIES = 500;
    private static final int ZONE_LINKS = 10_000;

    private final Random random = new Random(1);

    private LargeEstate() {}

    static Estate build() {
        return facts().build();
    }

    static Estate.Builder facts() {
        return new LargeEstate().builder();
    }

    private Estate.Builder builder() {
        var estate = Estate.builder();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            estate.add(new Organization("o" + i, "Company " + i, i == 0 ? null : "o0"));
        }
        for (int i = 0; i < ZONES; i++) {
            estate.add(zone(i)).add(asset(i));
        }
        for (int i = 0; i < THIRD_PARTIES; i++) {
            estate.add(thirdParty(i));
        }
        for (int i = 0; i < POINTS; i++) {
            estate.add(point(i, random.nextInt(10) == 0 ? FilterState.NONE : FilterState.VERIFIED));
        }
        for (int i = 0; i < ZONE_LINKS; i++) {
            estate.add(zoneLink(i));
        }
        software(estate);
        return estate;
    }

    private Zone zone(int i) {
        var cidr = AddressSet.of("10." + i / 250 + "." + i % 250 + ".0/24");
        int criticality = random.nextInt(20) == 0 ? 90 : random.nextInt(80);
        return new Zone(
                "z" + i,
                "Zone " + i,
                "o" + i % ORGANIZATIONS,
                cidr,
                criticality,
                Environment.OFFICE,
                false,
                monitoring(),
                Egress.PARTIAL);
    }

    private Asset asset(int i) {
        var address = AddressSet.of("10." + i / 250 + "." + i % 250 + ".7");
        return new Asset("a" + i, "Host " + i, "z" + i, address, random.nextInt(80), null, monitoring(), null);
    }

    private ThirdParty thirdParty(int i) {
        var agreement = new Agreement(TODAY.minusYears(2), TODAY.plusYears(1), EnumSet.allOf(Clause.class));
        return new ThirdParty(
                "t" + i,
                "Vendor " + i,
                ThirdPartyKind.VENDOR,
                50,
                null,
                "owner",
                agreement,
                TODAY.minusDays(random.nextInt(700)),
                .5,
                .3,
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    static ConnectionPoint point(int i, FilterState filter) {
        int zone = i % ZONES;
        return point(
                i,
                filter,
                RuleSet.of(Rule.permit()
                        .to("10." + zone / 250 + "." + zone % 250 + ".7")
                        .tcp("443")));
    }

    private static ConnectionPoint point(int i, FilterState filter, RuleSet rules) {
        return new ConnectionPoint(
                "c" + i,
                "Connection " + i,
                "t" + i % THIRD_PARTIES,
                "z" + i % ZONES,
                null,
                Transport.IP_VPN,
                Access.SCHEDULED,
                Authentication.MFA,
                false,
                AddressSet.NONE,
                Egress.PARTIAL,
                monitoring(),
                List.of(),
                new Firewall(filter, null, TODAY.minusDays(90), null, TODAY.minusDays(90)),
                rules,
                LinkState.ACTIVE);
    }

    private ZoneLink zoneLink(int i) {
        int from = random.nextInt(ZONES);
        int to = (from + 1 + random.nextInt(ZONES - 1)) % ZONES;
        FilterState filter = random.nextInt(10) == 0 ? FilterState.NONE : FilterState.VERIFIED;
        RuleSet rules =
                random.nextBoolean() ? RuleSet.of() : RuleSet.of(Rule.permit().tcp("443"));
        return new ZoneLink(
                "l" + i,
                "Zone link " + i,
                "z" + from,
                "z" + to,
                Transport.DEDICATED_ENCRYPTED,
                Access.ALWAYS_ON,
                Authentication.MUTUAL_CERTIFICATE,
                Egress.PARTIAL,
                monitoring(),
                List.of(),
                new Firewall(filter, "p" + i % 20, TODAY.minusDays(90), null, TODAY.minusDays(90)),
                rules,
                LinkState.ACTIVE);
    }

    private void software(Estate.Builder estate) {
        for (int i = 0; i < PRODUCTS; i++) {
            estate.add(new Product("p" + i, "Product " + i, "t" + i));
        }
        for (int i = 0; i < ADVISORIES; i++) {
            estate.add(new Advisory(
                    "CVE-" + i,
                    "Flaw " + i,
                    "CVE-" + i,
                    true,
                    7.5,
                    .01,
                    false,
                    null,
                    false,
                    Impact.PARTIAL,
                    TODAY.minusDays(20)));
        }
        for (int i = 0; i < INSTALLATIONS; i++) {
            Place place = i % 2 == 0
                    ? new Place(Place.Kind.ASSET, "a" + i % ZONES)
                    : new Place(Place.Kind.ZONE, "z" + i % ZONES);
            estate.add(new Installation(
                    "i" + i,
                    "Installation " + i,
                    "p" + random.nextInt(PRODUCTS),
                    "1.0",
                    place,
                    UseState.IN_USE,
                    TODAY.minusDays(100),
                    null,
                    List.of()));
            if (random.nextInt(4) == 0) {
                estate.add(new Match(
                        "i" + i,
                        "CVE-" + random.nextInt(ADVISORIES),
                        Verdict.AFFECTED,
                        "range",
                        "1.1",
                        TODAY.minusDays(10)));
            }
        }
    }

    private static Monitoring monitoring() {
        return new Monitoring(true, true, false, 365);
    }
}
