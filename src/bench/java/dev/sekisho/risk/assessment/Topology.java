package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Agreement;
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
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** Estates of ten thousand connection points whose zones hang together in the ways that are hardest to search. */
enum Topology {
    STAR(500),
    CHAIN(5000),
    MESH(500),
    ALONE(1);

    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final int POINTS = 10_000;
    private static final int THIRD_PARTIES = 1_000;
    private static final int CROWN_EVERY = 20;

    final int zones;

    Topology(int zones) {
        this.zones = zones;
    }

    /** @param inner what stands between our zones */
    Estate estate(FilterState inner) {
        var estate = Estate.builder();
        for (int i = 0; i < 10; i++) {
            estate.add(new Organization("o" + i, "Company " + i, null));
        }
        for (int i = 0; i < zones; i++) {
            estate.add(zone(i, i % CROWN_EVERY == 0 ? 90 : 40));
        }
        for (int i = 0; i < THIRD_PARTIES; i++) {
            estate.add(thirdParty(i));
        }
        for (int i = 0; i < POINTS; i++) {
            estate.add(point(i, FilterState.VERIFIED));
        }
        links(estate, inner);
        return estate.build();
    }

    private void links(Estate.Builder estate, FilterState inner) {
        for (int i = 1; i < zones; i++) {
            switch (this) {
                case STAR -> estate.add(link(0, i, inner)).add(link(i, 0, inner));
                case CHAIN -> estate.add(link(i - 1, i, inner));
                case MESH -> {
                    for (int j = 0; j < i; j++) {
                        estate.add(link(i, j, inner)).add(link(j, i, inner));
                    }
                }
                case ALONE -> {}
            }
        }
    }

    private static String cidr(int zone) {
        return "10." + zone / 250 + "." + zone % 250 + ".0/24";
    }

    static Zone zone(int i, int criticality) {
        return new Zone(
                "z" + i,
                "Zone " + i,
                "o" + i % 10,
                AddressSet.of(cidr(i)),
                new Classification(criticality, Environment.OFFICE, false),
                monitoring(),
                Egress.PARTIAL);
    }

    private static ThirdParty thirdParty(int i) {
        var agreement = new Agreement(TODAY.minusYears(2), TODAY.plusYears(1), EnumSet.allOf(Clause.class));
        return new ThirdParty(
                "t" + i,
                "Vendor " + i,
                ThirdPartyKind.VENDOR,
                50,
                null,
                new DueDiligence("owner", agreement, TODAY.minusDays(100), .5, .3),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    ConnectionPoint point(int i, FilterState filter) {
        return new ConnectionPoint(
                "c" + i,
                "Connection " + i,
                new Ends("t" + i % THIRD_PARTIES, AddressSet.NONE, "z" + i % zones, null),
                false,
                new LinkTerms(
                        Transport.IP_VPN,
                        Access.SCHEDULED,
                        Authentication.MFA,
                        Egress.PARTIAL,
                        monitoring(),
                        List.of()),
                Filtering.by(
                        firewall(filter),
                        RuleSet.of(Rule.permit().to(cidr(i % zones)).tcp("443"))),
                LinkState.ACTIVE);
    }

    static ZoneLink link(int from, int to, FilterState filter) {
        return new ZoneLink(
                "l" + from + "-" + to,
                "Zone link " + from + " to " + to,
                "z" + from,
                "z" + to,
                new LinkTerms(
                        Transport.DEDICATED_ENCRYPTED,
                        Access.ALWAYS_ON,
                        Authentication.MUTUAL_CERTIFICATE,
                        Egress.PARTIAL,
                        monitoring(),
                        List.of()),
                Filtering.by(
                        firewall(filter),
                        filter == FilterState.VERIFIED
                                ? RuleSet.of(Rule.permit().to(cidr(to)).tcp("443"))
                                : null),
                LinkState.ACTIVE);
    }

    private static Firewall firewall(FilterState filter) {
        return new Firewall(filter, null, TODAY.minusDays(90), null, TODAY.minusDays(90));
    }

    private static Monitoring monitoring() {
        return new Monitoring(true, true, false, 365);
    }
}
