package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
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
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The well-run link of Yamato Sensors into the vendor DMZ of Hoshino Works, until told otherwise. */
public final class LinkScene {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final List<Target> targets = new ArrayList<>();
    private final SortedMap<String, Distance> otherOrganizations = new TreeMap<>();
    private final SortedSet<String> testZones = new TreeSet<>();
    private final List<ApprovedFlow> approved = new ArrayList<>();
    private ZoneScene landing = ZoneScene.vendorDmz();
    private final SortedMap<String, Integer> landings = new TreeMap<>(Map.of("vendor-dmz", 0));
    private final List<Asset> hosts = new ArrayList<>();
    private @Nullable String landsOn;
    private final List<SharedLogins.Login> logins = new ArrayList<>();
    private @Nullable Installation firewall;
    private boolean internal;
    private FilterState stated = FilterState.VERIFIED;
    private FilterState counting = FilterState.VERIFIED;
    private @Nullable FilterState refuted;
    private @Nullable LocalDate inspectedOn = TODAY.minusDays(60);
    private @Nullable LocalDate reviewedOn = TODAY.minusDays(60);
    private @Nullable LocalDate testedOn = TODAY.minusDays(60);
    private ThirdPartyKind kind = ThirdPartyKind.VENDOR;
    private double openness = 0.03;
    private @Nullable RuleSet ruleSet = RuleSet.of();
    private @Nullable RuleSet approvedRuleSet;
    private @Nullable TrafficSummary traffic;
    private Access access = Access.JUST_IN_TIME;
    private Authentication authentication = Authentication.PHISHING_RESISTANT_MFA;
    private @Nullable Boolean privileged = false;
    private Egress egress = Egress.DENY_BY_DEFAULT;
    private Monitoring monitoring = new Monitoring(true, true, true, 365);
    private int exposureMilli = 2_000;
    private boolean tellsFor = true;

    public static LinkScene wellRun() {
        return new LinkScene().reaching("portal", 50, Distance.exactly(3));
    }

    /** Another link tells what is wrong with the rules they share. */
    public LinkScene behindRulesToldElsewhere() {
        tellsFor = false;
        return this;
    }

    /** The same between two zones of ours. */
    public LinkScene insideTheHouse() {
        internal = true;
        return this;
    }

    public LinkScene into(ZoneScene zone) {
        landing = zone;
        return this;
    }

    /** Lands on a host and nowhere else. */
    public LinkScene onHost(@Nullable Boolean detecting) {
        landsOn = "relay";
        return among("relay", detecting);
    }

    /** One of the hosts it lands on. */
    public LinkScene among(String host, @Nullable Boolean detecting) {
        var watch = new Monitoring(true, detecting, true, 365);
        hosts.add(new Asset(host, "Host " + host, "vendor-dmz", AddressSet.NONE, 50, null, watch, null));
        return this;
    }

    /** On the way is what opens more than this link. */
    public LinkScene sharing(SharedLogins.Kind kind, String name, String... opens) {
        logins.add(new SharedLogins.Login(kind, name, new TreeSet<>(List.of(opens))));
        return this;
    }

    /** Its firewall is supported until that day. */
    public LinkScene firewallSupportedUntil(@Nullable LocalDate day) {
        firewall = new Installation(
                "edge-fw",
                "Edge firewall",
                "fortios",
                new InstalledVersion("6.4", null, day),
                new Place(Place.Kind.CONNECTION_POINT, "yamato-vpn"),
                new Use(UseState.IN_USE, null),
                List.of());
        return this;
    }

    public LinkScene filter(FilterState state) {
        stated = state;
        counting = state;
        return this;
    }

    public LinkScene inspected(@Nullable LocalDate day) {
        inspectedOn = day;
        return this;
    }

    /** An inspection found less than what was stated. */
    public LinkScene refuting(FilterState claim) {
        refuted = claim;
        return this;
    }

    /** The evidence no longer carries what was stated. */
    public LinkScene countingAs(FilterState state) {
        counting = state;
        return this;
    }

    public LinkScene open(double openness) {
        this.openness = openness;
        return this;
    }

    public LinkScene withoutRuleSet() {
        ruleSet = null;
        traffic = null;
        return this;
    }

    public LinkScene enforcing(RuleSet rules) {
        ruleSet = rules;
        return this;
    }

    public LinkScene approvedAs(@Nullable RuleSet rules) {
        approvedRuleSet = rules;
        return this;
    }

    public LinkScene permitting(TrafficSummary summary) {
        traffic = summary;
        return this;
    }

    public LinkScene approving(ApprovedFlow flow) {
        approved.add(flow);
        return this;
    }

    public LinkScene reviewed(@Nullable LocalDate day) {
        reviewedOn = day;
        return this;
    }

    /** When somebody last tried to get past the firewall. */
    public LinkScene tested(@Nullable LocalDate day) {
        testedOn = day;
        return this;
    }

    /** What Yamato Sensors is to us. */
    public LinkScene of(ThirdPartyKind other) {
        kind = other;
        return this;
    }

    public LinkScene open(Access access) {
        this.access = access;
        return this;
    }

    public LinkScene authenticatedBy(Authentication authentication) {
        this.authentication = authentication;
        return this;
    }

    public LinkScene privileged(@Nullable Boolean rights) {
        privileged = rights;
        return this;
    }

    public LinkScene leaving(Egress egress) {
        this.egress = egress;
        return this;
    }

    public LinkScene monitored(
            @Nullable Boolean flows, @Nullable Boolean hosts, @Nullable Boolean watched, @Nullable Integer retention) {
        monitoring = new Monitoring(flows, hosts, watched, retention);
        return this;
    }

    public LinkScene exposed(int milliPoints) {
        exposureMilli = milliPoints;
        return this;
    }

    public LinkScene reaching(String zone, int criticality, Distance distance) {
        targets.add(new Target(new Subject(Subject.Kind.ZONE, zone), zone.toUpperCase(), criticality, distance));
        return this;
    }

    /** Its rules let it land there too, at so many breaks. */
    public LinkScene landingIn(String zone, int breaks) {
        landings.put(zone, breaks);
        return this;
    }

    public LinkScene reachingCompany(String organization, Distance distance) {
        otherOrganizations.put(organization, distance);
        return this;
    }

    public LinkScene throughTestZone(String zone) {
        testZones.add(zone);
        return this;
    }

    public LinkSituation judged() {
        var link = internal ? zoneLink() : connectionPoint();
        var estate = Estate.builder()
                .add(new Organization("works", "Hoshino Works", null))
                .add(new Organization("shipping", "Hoshino Shipping", null))
                .add(landing.zone())
                .add(plainZone("office", "Office"))
                .add(new ZoneScene("erp", "ERP").holdingCriticalData(null).zone())
                .add(plainZone("lab", "Test lab"))
                .add(plainZone("sandbox", "Sandbox"))
                .add(yamatoSensors());
        hosts.forEach(estate::add);
        return new LinkSituation(
                estate.build(),
                TODAY,
                link,
                new Posture(counting, openness, 0, traffic),
                new LinkSituation.Kept(exposureMilli, hosts, Exposure.seen(link.monitoring(), hosts), logins, firewall),
                List.of(),
                new LinkSituation.Beyond(
                        targets.stream()
                                .filter(target -> target.crownWithin(1))
                                .sorted(Comparator.comparing(Target::distance))
                                .toList(),
                        otherOrganizations,
                        testZones,
                        landings),
                tellsFor ? List.of(link) : List.of());
    }

    private static Zone plainZone(String key, String name) {
        return new ZoneScene(key, name).zone();
    }

    private ThirdParty yamatoSensors() {
        return new ThirdParty(
                "yamato",
                "Yamato Sensors",
                kind,
                50,
                null,
                new DueDiligence("procurement", null, null, null, null),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }

    private Firewall firewall() {
        return new Firewall(stated, null, inspectedOn, null, reviewedOn, testedOn, refuted, null);
    }

    private ConnectionPoint connectionPoint() {
        return new ConnectionPoint(
                "yamato-vpn",
                "Yamato VPN",
                new Ends("yamato", AddressSet.NONE, landing.zone().key(), landsOn),
                privileged,
                new LinkTerms(Transport.DEDICATED_ENCRYPTED, access, authentication, egress, monitoring, approved),
                new Filtering(firewall(), ruleSet, approvedRuleSet),
                LinkState.ACTIVE);
    }

    private ZoneLink zoneLink() {
        return new ZoneLink(
                "office-dmz",
                "Office to DMZ",
                "office",
                landing.zone().key(),
                new LinkTerms(Transport.DEDICATED_ENCRYPTED, access, authentication, egress, monitoring, approved),
                new Filtering(firewall(), ruleSet, approvedRuleSet),
                LinkState.ACTIVE);
    }
}
