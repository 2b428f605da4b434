package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Difference;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.incremental.Derivation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.BreakDependencies;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All findings of one assessment: every rule put to everything it looks at. */
final class FindingsComputation {
    private final AssessmentInput input;
    private final ScenarioResult picture;
    private final RuleRunner judging;
    private final Step step;
    private final Conditions conditions;
    private final SharedRules shared;
    private final CrownConcentration concentration;
    private final BreakDependencies needs;
    /** In the order in which findings are told. */
    private final List<Derived<?, List<Finding>>> kinds;

    final Derived<?, LinkPicture> points;
    final Derived<?, LinkPicture> zoneLinks;

    /** What every judgement depends on. */
    private record Conditions(
            LocalDate today, Model model, Map<String, Organization> organizations, List<FindingRule> rules) {}

    private record AtLink(LinkPicture picture, List<Link> told) {}

    /** @param point absent, as all else, where nothing is installed */
    private record AtPoint(
            @Nullable ConnectionPoint point, @Nullable Zone zone, InstalledAtPlace installed, Software software) {
        static final AtPoint NOTHING = new AtPoint(null, null, InstalledAtPlace.NOTHING, Software.NONE);

        Stream<Place> places() {
            return Stream.ofNullable(point).map(at -> new Place(Place.Kind.CONNECTION_POINT, at.key()));
        }
    }

    private record InZone(Zone zone, List<Asset> hosts, InstalledAtPlace installed, Software software) {}

    private record OfThirdParty(ThirdParty party, List<ConnectionPoint> live, SortedSet<String> crowns) {}

    private record OfZone(Zone zone, boolean landing) {}

    private record OfHost(Asset host, Zone zone, List<ConnectionPoint> landedOn) {}

    private record OfProduct(Product product, SortedSet<String> crowns) {}

    private record Entries(Network network, List<List<WayIn>> overPoints, List<List<WayIn>> further) {
        Stream<WayIn> all() {
            return Stream.of(overPoints, further).flatMap(List::stream).flatMap(List::stream);
        }
    }

    FindingsComputation(ScenarioResult picture, List<FindingRule> rules, Step step) {
        this.input = picture.input;
        this.picture = picture;
        this.step = step;
        Estate estate = input.estate;
        judging = new RuleRunner(input, rules);
        conditions = new Conditions(input.today, input.model, estate.organizations(), rules);
        points = picture.points(step);
        zoneLinks = picture.zoneLinks(step);
        shared = new SharedRules(picture, step);
        concentration = step.value("crown concentration", picture.network.districts(), CrownConcentration::new);
        needs = step.value(
                "needs",
                new Entries(picture.network, picture.waysIn.values(), picture.furtherWays.values()),
                entries -> CrownConcentration.needs(entries.network, entries.all()));
        kinds = List.of(
                links("connection points", input.points, points, shared.points),
                links("zone links", input.zoneLinks, zoneLinks, shared.zoneLinks),
                pointSoftware(),
                zoneSoftware(),
                thirdParties(),
                zones(),
                hosts(),
                products(step.roster("products", estate.products())));
    }

    /** Whether they were judged before under the same conditions. */
    boolean comparable() {
        return kinds.stream().allMatch(Derived::comparable);
    }

    /** How the findings differ from those before, group by group. */
    Difference difference() {
        return new Difference(
                kinds.stream().flatMap(kind -> kind.gone().stream()).toList(),
                kinds.stream().flatMap(Derived::come).toList());
    }

    Stream<Finding> findings() {
        return groups().flatMap(List::stream);
    }

    Stream<List<Finding>> groups() {
        return kinds.stream().flatMap(Derived::stream);
    }

    private Derivation over(IndexedFacts<?> roster) {
        return step.over(roster).given(conditions);
    }

    private <L extends Link> Derived<?, List<Finding>> links(
            String which, IndexedFacts<L> links, Derived<?, LinkPicture> pictures, Derived<?, List<Link>> told) {
        return over(links)
                .reading(pictures)
                .reading(told)
                .derive(
                        "findings at " + which,
                        at -> new AtLink(pictures.get(at), told.get(at)),
                        at -> judging.link(at.picture, at.told));
    }

    /** Findings on installations name whose the point is, and some are about what no advisory concerns. */
    private Derived<?, List<Finding>> pointSoftware() {
        return over(input.points)
                .reading(input.zones, input.pointsByZone)
                .reading(input.holdings.points())
                .reading(picture.software.points)
                .derive(
                        "findings on software at points",
                        this::softwareAtPoint,
                        at -> judging.installations(at.places(), at.software));
    }

    private AtPoint softwareAtPoint(int at) {
        InstalledAtPlace installed = input.holdings.points().get(at);
        return installed.isEmpty()
                ? AtPoint.NOTHING
                : new AtPoint(
                        input.points.get(at),
                        input.zones.get(input.pointsByZone.of(at)),
                        installed,
                        picture.software.points.get(at));
    }

    private Derived<?, List<Finding>> zoneSoftware() {
        return over(input.zones)
                .reading(input.hostsOfZones)
                .reading(input.holdings.zones())
                .reading(picture.software.zones)
                .derive(
                        "findings on software in zones",
                        zone -> new InZone(
                                input.zones.get(zone),
                                input.hostsOfZones.get(zone),
                                input.holdings.zones().get(zone),
                                picture.software.zones.get(zone)),
                        at -> judging.installations(Holdings.places(at.zone, at.hosts), at.software));
    }

    private Derived<?, List<Finding>> thirdParties() {
        return over(input.parties)
                .readingMembers(input.points, input.pointsByParty)
                .readingMembers(picture.waysIn, input.pointsByParty)
                .reading(picture.furtherWays)
                .readingFrom(concentration)
                .derive(
                        "findings on third parties",
                        this::ofThirdParty,
                        of -> judging.thirdParty(of.party, of.live, of.crowns));
    }

    private OfThirdParty ofThirdParty(int at) {
        return new OfThirdParty(
                input.parties.get(at),
                up(input.pointsByParty, at).toList(),
                concentration.reachedBy(picture.waysOf(at)));
    }

    /** The connection points of a group that are up. */
    private Stream<ConnectionPoint> up(Grouping groups, int group) {
        return groups.members(group)
                .mapToObj(input.points::get)
                .filter(point -> point.state().up());
    }

    private Derived<?, List<Finding>> zones() {
        return over(input.zones)
                .readingMembers(input.points, input.pointsByZone)
                .derive("findings on zones", this::ofZone, of -> judging.zone(of.zone, of.landing));
    }

    private OfZone ofZone(int zone) {
        return new OfZone(
                input.zones.get(zone), up(input.pointsByZone, zone).findAny().isPresent());
    }

    private Derived<?, List<Finding>> hosts() {
        return over(input.hosts)
                .readingMembers(input.points, input.pointsByHost)
                .reading(input.zones, input.hostsByZone)
                .derive("findings on hosts", this::ofHost, of -> judging.asset(of.host, of.landedOn));
    }

    private OfHost ofHost(int host) {
        return new OfHost(
                input.hosts.get(host),
                input.zones.get(input.hostsByZone.of(host)),
                up(input.pointsByHost, host).toList());
    }

    private Derived<?, List<Finding>> products(IndexedFacts<Product> products) {
        IntFunction<OfProduct> inputs = at -> ofProduct(products.get(at));
        return over(products)
                .readingFrom(needs, concentration)
                .derive("findings on products", inputs, of -> judging.product(of.product, of.crowns));
    }

    private OfProduct ofProduct(Product product) {
        return new OfProduct(product, concentration.crownsIn(needs.of(BreakCost.product(product.key()))));
    }

    /** A link that is up, as the rules saw it. */
    Optional<LinkSituation> situation(Subject link) {
        boolean isPoint = link.kind() == Subject.Kind.CONNECTION_POINT;
        return isPoint
                ? input.points.find(link.key()).flatMap(at -> judging.situation(points.get(at), shared.points.get(at)))
                : input.zoneLinks
                        .find(link.key())
                        .flatMap(at -> judging.situation(zoneLinks.get(at), shared.zoneLinks.get(at)));
    }

    Optional<ThirdPartySituation> thirdParty(String key) {
        return input.parties
                .find(key)
                .map(this::ofThirdParty)
                .map(of -> judging.situation(of.party, of.live, of.crowns));
    }

    Optional<ZoneSituation> zone(String key) {
        return input.zones.find(key).map(this::ofZone).map(of -> judging.situation(of.zone, of.landing));
    }

    Optional<AssetSituation> asset(String key) {
        return input.hosts.find(key).map(this::ofHost).map(of -> judging.situation(of.host, of.landedOn));
    }

    Optional<ProductSituation> product(String key) {
        return Optional.ofNullable(input.estate.products().get(key))
                .map(this::ofProduct)
                .map(of -> judging.situation(of.product, of.crowns));
    }

    Optional<InstallationSituation> installation(String key, List<Flaw> flaws) {
        return Optional.ofNullable(input.estate.installations().get(key))
                .map(installation -> judging.situation(installation, flaws));
    }
}
