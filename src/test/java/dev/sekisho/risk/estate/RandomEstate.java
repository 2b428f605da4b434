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
import dev.sekisho.risk.estate.link.Login;
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
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small estates with everything in them, many facts unknown; no fact is from the future. */
public final class RandomEstate {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final int FEW = 3;

    /** One more third party, which has no connection point. */
    private static final String UNREGISTERED = "t" + FEW;

    /** Where third parties may come from; rules name them whoever it is. */
    private static final String[] STRANGERS = {"198.51.100.7", "203.0.113.7", "192.0.2.7"};

    private final Random random;

    public RandomEstate(Random random) {
        this.random = random;
    }

    public Estate build() {
        var estate = Estate.builder();
        for (int i = 0; i < FEW; i++) {
            estate.add(organization("o" + i));
            estate.add(thirdParty("t" + i));
            estate.add(product("p" + i));
            estate.add(advisory("CVE-" + i));
        }
        estate.add(thirdParty(UNREGISTERED));
        for (int i = 0; i < 2; i++) {
            estate.add(dataHolding("h" + i));
        }
        for (int i = 0; i < 5; i++) {
            estate.add(zone("z" + i)).add(asset("a" + i));
        }
        for (int i = 0; i < 5; i++) {
            estate.add(point("c" + i))
                    .add(zoneLink("l" + i))
                    .add(installation("i" + i))
                    .add(match("i" + i));
        }
        return estate.build();
    }

    /** The same estate with one more, or one other, fact. */
    public Estate changed(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        Estate.Builder changed = switch (random.nextInt(20)) {
            case 0 -> next.add(zone(any("z", 5)));
            case 1 -> next.add(asset(any("a", 6)));
            case 2 -> next.add(thirdParty(any("t", 4)));
            case 3 -> next.add(product(any("p", FEW)));
            case 4 -> next.add(advisory(any("CVE-", FEW)));
            case 5 -> next.add(installation(any("i", 6)));
            case 6 -> next.add(match(any("i", 5)));
            case 7 -> next.add(zoneLink(any("l", 7)));
            case 8 -> next.removeConnectionPoint(any("c", 5));
            case 9 -> next.removeZoneLink(any("l", 5));
            case 10 -> next.add(new Organization(any("o", FEW), "Renamed", null));
            case 11 -> next.removeInstallation(any("i", 6));
            case 12 -> next.removeMatch(any("i", 5), any("CVE-", FEW));
            case 13 -> next.add(advisory("CVE-" + (FEW + random.nextInt(FEW))));
            case 14 -> renamed(estate, next);
            case 15 -> next.add(dataHolding(any("h", FEW)));
            case 16 -> next.removeDataHolding(any("h", FEW));
            case 17, 18 -> Said.ofSome(estate, next, random);
            default -> next.add(point(any("c", 7)));
        };
        return changed.build();
    }

    /** Facts that differ in nothing but a name. */
    private Estate.Builder renamed(Estate estate, Estate.Builder next) {
        String supplier = estate.products().get("p1").supplier();
        return next.add(estate.thirdParties().get("t1").named("Renamed " + random.nextInt(FEW)))
                .add(new Product("p1", "Renamed " + random.nextInt(FEW), supplier));
    }

    /** Most are one corporate family. */
    private Organization organization(String key) {
        return new Organization(key, "Organization " + key, key.equals("o0") || rarely() ? null : "o0");
    }

    /** Some have the addresses of another, which may be of another organization. */
    public Zone zone(String key) {
        int number = random.nextInt(6) == 0 ? random.nextInt(5) : key.charAt(1) - '0';
        AddressSet cidrs = rarely() ? AddressSet.NONE : AddressSet.of("10.0." + number + ".0/24");
        return new Zone(
                key,
                "Zone " + key,
                any("o", FEW),
                cidrs,
                new Classification(criticality(), any(Environment.values()), maybe()),
                monitoring(),
                any(Egress.values()),
                rarely() ? any(ZoneState.values()) : ZoneState.ACTIVE);
    }

    public Asset asset(String key) {
        String zone = any("z", 5);
        return new Asset(
                key,
                "Asset " + key,
                zone,
                addresses(zone),
                criticality(),
                rarely() ? null : any("t", FEW + 1),
                monitoring(),
                random.nextBoolean() ? null : any("g", 2));
    }

    /** Mostly of its zone, sometimes of nobody's. */
    private AddressSet addresses(String zone) {
        return switch (random.nextInt(8)) {
            case 0 -> AddressSet.of(any(STRANGERS));
            case 1, 2 -> AddressSet.of("10.0." + zone.charAt(1) + ".7");
            case 3 -> AddressSet.of("10.0." + zone.charAt(1) + ".200");
            default -> AddressSet.NONE;
        };
    }

    /** It may work for one with a lower number. */
    public ThirdParty thirdParty(String key) {
        int number = key.charAt(1) - '0';
        return new ThirdParty(
                key,
                "Third party " + key,
                any(ThirdPartyKind.values()),
                criticality(),
                number == 0 || random.nextBoolean() ? null : any("t", Math.min(number, FEW)),
                new DueDiligence(null, agreement(), past(), share(), share()),
                any(ThirdPartyState.values()),
                any(Notice.values()));
    }

    public DataHolding dataHolding(String key) {
        return new DataHolding(
                key,
                "Holding " + key,
                any("t", FEW + 1),
                any("o", FEW),
                new HeldData(null, rarely() ? null : Long.valueOf(random.nextInt(1000)), criticality()),
                new Safeguards(maybe(), maybe(), past()),
                new DataExit(null, rarely() ? TODAY.minusDays(random.nextInt(9)) : null));
    }

    public Product product(String key) {
        return new Product(key, "Product " + key, rarely() ? null : any("t", FEW + 1));
    }

    public Advisory advisory(String key) {
        Double cvss = rarely() ? null : (double) random.nextInt(11);
        return new Advisory(
                key,
                "Flaw " + key,
                random.nextBoolean() ? key : null,
                random.nextBoolean(),
                new Hazard(
                        cvss,
                        share(),
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? new Exploitation("KEV", past(), null, false) : null,
                        maybe(),
                        any(Impact.values())),
                past());
    }

    public Installation installation(String key) {
        Place place = switch (random.nextInt(7)) {
            case 0, 1 -> new Place(Place.Kind.ASSET, any("a", 5));
            case 2, 3 -> new Place(Place.Kind.ZONE, any("z", 5));
            case 4 -> new Place(Place.Kind.DATA_HOLDING, any("h", 2));
            default -> new Place(Place.Kind.CONNECTION_POINT, any("c", 5));
        };
        List<Treatment> treatments = random.nextBoolean()
                ? List.of()
                : List.of(new Treatment(any("CVE-", FEW), TODAY.minusDays(9), TODAY.plusDays(900), null));
        return new Installation(
                key,
                "Installation " + key,
                any("p", FEW),
                new InstalledVersion("1.0", past()),
                place,
                new Use(any(UseState.values()), past()),
                treatments);
    }

    public Match match(String installation) {
        return match(installation, any("CVE-", FEW));
    }

    public Match match(String installation, String advisory) {
        String fix = random.nextBoolean() ? "2.0" : null;
        var match = new Match(installation, advisory, any(Verdict.values()), "range", fix, fix == null ? null : past());
        return match.verdict() == Verdict.UNKNOWN && random.nextBoolean() ? match.leftOpen() : match;
    }

    public ConnectionPoint point(String key) {
        return new ConnectionPoint(
                key,
                "Point " + key,
                new Ends(
                        any("t", FEW),
                        random.nextBoolean() ? AddressSet.NONE : AddressSet.of(any(STRANGERS)),
                        any("z", 5),
                        rarely() ? null : any("a", 5)),
                maybe(),
                new Login(rarely() ? any("g", 2) : null, rarely() ? any("idp", 2) : null),
                new LinkTerms(
                        any(Transport.values()),
                        any(Access.values()),
                        any(Authentication.values()),
                        any(Egress.values()),
                        monitoring(),
                        flows()),
                Filtering.by(firewall(), rules()),
                any(LinkState.values()));
    }

    public ZoneLink zoneLink(String key) {
        int from = random.nextInt(5);
        int to = (from + 1 + random.nextInt(4)) % 5;
        return new ZoneLink(
                key,
                "Link " + key,
                "z" + from,
                "z" + to,
                new LinkTerms(
                        any(Transport.values()),
                        any(Access.values()),
                        any(Authentication.values()),
                        any(Egress.values()),
                        monitoring(),
                        flows()),
                Filtering.by(firewall(), rules()),
                any(LinkState.values()));
    }

    private List<ApprovedFlow> flows() {
        return random.nextBoolean()
                ? List.of()
                : List.of(new ApprovedFlow(
                        Flow.tcp("0.0.0.0/0", "10.0.0.0/16", "443"), "o", "n", TODAY.plusDays(random.nextInt(500))));
    }

    /** The last product is no firewall. */
    private Firewall firewall() {
        return new Firewall(
                        any(FilterState.values()),
                        rarely() ? null : any("p", FEW - 1),
                        past(),
                        rarely() ? past() : null,
                        past(),
                        past())
                .rulesStoredOn(rarely() ? null : past());
    }

    private @Nullable RuleSet rules() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> RuleSet.of();
            case 8 ->
                RuleSet.of(
                        Rule.permit().to("10.0." + random.nextInt(5) + ".0/25"),
                        Rule.permit().icmp());
            case 9 ->
                RuleSet.of(Rule.permit()
                        .from(any(STRANGERS))
                        .to("10.0." + random.nextInt(5) + ".200")
                        .tcp("22"));
            case 2 -> RuleSet.of().orElse(Action.PERMIT);
            case 3 -> RuleSet.of(Rule.permit().tcp("22").opaque("object group"));
            case 4, 5, 6 -> RuleSet.of(Rule.permit().from(any(STRANGERS)).to("10.0.0.0/16"));
            default ->
                RuleSet.of(Rule.permit().to("10.0." + random.nextInt(5) + ".7").tcp("443"));
        };
    }

    private @Nullable Agreement agreement() {
        var clauses = EnumSet.allOf(Clause.class);
        clauses.removeIf(clause -> random.nextInt(3) == 0);
        return rarely() ? null : new Agreement(TODAY.minusYears(5), rarely() ? past() : null, Set.copyOf(clauses));
    }

    private Monitoring monitoring() {
        return new Monitoring(maybe(), maybe(), maybe(), rarely() ? null : random.nextInt(600));
    }

    private @Nullable Integer criticality() {
        return rarely() ? null : random.nextInt(101);
    }

    private @Nullable Double share() {
        return rarely() ? null : Double.valueOf(random.nextInt(101) / 100.0);
    }

    private @Nullable LocalDate past() {
        return rarely() ? null : TODAY.minusDays(random.nextInt(800));
    }

    private @Nullable Boolean maybe() {
        return rarely() ? null : Boolean.valueOf(random.nextBoolean());
    }

    private boolean rarely() {
        return random.nextInt(5) == 0;
    }

    private String any(String prefix, int count) {
        return prefix + random.nextInt(count);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
