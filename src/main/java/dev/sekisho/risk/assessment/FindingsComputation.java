package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Difference;
import dev.sekisho.risk.assessment.CrownConcentration.Entries;
import dev.sekisho.risk.assessment.RuleRunner.NamedZone;
import dev.sekisho.risk.assessment.RuleRunner.OfHolding;
import dev.sekisho.risk.assessment.RuleRunner.OfHost;
import dev.sekisho.risk.assessment.RuleRunner.OfProduct;
import dev.sekisho.risk.assessment.RuleRunner.OfThirdParty;
import dev.sekisho.risk.assessment.RuleRunner.OfZone;
import dev.sekisho.risk.assessment.ScenarioResult.Beside;
import dev.sekisho.risk.assessment.WaysInto.WayIn;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.incremental.Derivation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.BreakDependencies;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.SourceSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All findings of one assessment: every rule put to everything it looks at. */
final class FindingsComputation {
    private final AssessmentInput input;
    private final ScenarioResult picture;
    private final RuleRunner judging;
    private final List<NamedZone> namedZones;
    private final List<String> zoneOwners;
    private final Step step;
    private final Conditions conditions;
    private final SharedRules shared;
    private final CrownConcentration concentration;
    private final BreakDependencies needs;
    /** By third party the nearest of those it works for that reaches us. */
    private final Map<String, ThirdParty> principals;

    private final Derived<?, Beside> beside;
    private final Set<String> landings;
    /** In the order in which findings are told. */
    private final List<Derived<?, List<Finding>>> kinds;

    final Derived<?, LinkPicture> points;
    final Derived<?, LinkPicture> zoneLinks;

    /** What every judgement depends on. */
    private record Conditions(
            LocalDate today, Model model, Map<String, Organization> organizations, List<FindingRule> rules) {}

    /**
     * @param named the zones that are named beside the one it leads into
     */
    private record AtLink(LinkPicture picture, List<Link> told, List<NamedZone> named) {}

    FindingsComputation(ScenarioResult picture, List<FindingRule> rules, Step step) {
        this.input = picture.input;
        this.picture = picture;
        this.step = step;
        Estate estate = input.estate;
        judging = new RuleRunner(input, rules);
        namedZones = input.zones.items().stream().map(NamedZone::of).toList();
        zoneOwners = input.zones.items().stream().map(Zone::organization).toList();
        conditions = new Conditions(input.today, input.model, estate.organizations(), rules);
        points = picture.points(step);
        zoneLinks = picture.zoneLinks(step);
        shared = new SharedRules(picture, step);
        concentration = step.value("crown concentration", picture.network.districts(), CrownConcentration::new);
        needs = step.value(
                "needs",
                new Entries(picture.network, picture.waysIn.values(), picture.furtherWays.values()),
                Entries::needs);
        principals = picture.principals(step);
        beside = picture.besidePoints(step);
        landings = picture.doors.landings(step);
        var software = new SoftwareByPlace.Judging(input, picture.software, landings, judging, this::over);
        kinds = List.of(
                links("connection points", input.points, points, shared.points),
                links("zone links", input.zoneLinks, zoneLinks, shared.zoneLinks),
                software.atPoints(),
                software.inZones(),
                software.held(),
                thirdParties(),
                zones(),
                hosts(),
                dataHoldings(),
                products(step.roster("products", estate.products())),
                sources(step.roster("sources", estate.sources())));
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
                .readingFrom(namedZones)
                .derive(
                        "findings at " + which,
                        at -> new AtLink(pictures.get(at), told.get(at), named(pictures.get(at))),
                        at -> judging.link(at.picture, at.told));
    }

    private List<NamedZone> named(LinkPicture picture) {
        List<Approach> approaches = picture.approaches();
        Stream<String> from = picture.link() instanceof ZoneLink inside ? Stream.of(inside.from()) : Stream.empty();
        Stream<String> tests = approaches.stream().flatMap(approach -> approach.testZones().stream());
        return Stream.concat(
                        named(Stream.concat(from, tests)),
                        approaches.stream().skip(1).map(approach -> namedZones.get(approach.zone())))
                .toList();
    }

    private Stream<NamedZone> named(Stream<String> zones) {
        return zones.map(zone -> namedZones.get(input.zones.at(zone)));
    }

    private Derived<?, List<Finding>> thirdParties() {
        return over(input.parties)
                .readingFrom(zoneOwners, namedZones)
                .readingMembers(input.points, input.pointsByParty)
                .readingMembers(picture.waysIn, input.pointsByParty)
                .reading(picture.furtherWays)
                .reading(beside)
                .readingFrom(concentration, principals, picture.network.numbering())
                .derive("findings on third parties", this::ofThirdParty, judging::thirdParty);
    }

    private OfThirdParty ofThirdParty(int at) {
        List<WayIn> waysIn = picture.waysOf(at).toList();
        Beside others = beside.get(at);
        return new OfThirdParty(
                input.parties.get(at),
                up(input.pointsByParty, at).toList(),
                Optional.ofNullable(principals.get(input.parties.keys().get(at))),
                concentration.reachedBy(waysIn, others.held()),
                concentration.commonBreaks(picture.network, waysIn, others.held(), ThirdPartySituation.COMMON),
                others.told(),
                owners(at, others),
                named(others.told().stream().flatMap(way -> way.near().testZones().stream()))
                        .toList());
    }

    /** Whose the zones are that it gets into. */
    private List<String> owners(int party, Beside others) {
        return Stream.concat(
                        up(input.pointsByParty, party).map(ConnectionPoint::zone),
                        others.told().stream().map(OtherWay::zone).filter(Objects::nonNull))
                .map(zone -> zoneOwners.get(input.zones.at(zone)))
                .toList();
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
                .readingMembers(input.zoneLinks, input.linksByZone)
                .readingMembers(input.zoneLinks, input.linksByStart)
                .readingFrom(landings)
                .derive("findings on zones", this::ofZone, judging::zone);
    }

    private OfZone ofZone(int zone) {
        Zone here = input.zones.get(zone);
        return new OfZone(
                here, landings.contains(here.key()), here.state() == ZoneState.ACTIVE ? List.of() : linksOf(zone));
    }

    /** The links into and out of a zone that are up. */
    private List<Link> linksOf(int zone) {
        Stream<Link> inner = IntStream.concat(input.linksByZone.members(zone), input.linksByStart.members(zone))
                .mapToObj(input.zoneLinks::get);
        return Stream.concat(up(input.pointsByZone, zone), inner)
                .filter(link -> link.state().up())
                .toList();
    }

    private Derived<?, List<Finding>> dataHoldings() {
        return over(input.held)
                .reading(input.parties, input.holdingsByParty)
                .reading(picture.doors.held)
                .derive("findings on data holdings", this::ofHolding, judging::dataHolding);
    }

    private OfHolding ofHolding(int at) {
        Optional<Distance> distance = picture.doors.held.get(at).map(door -> Distance.exactly(door.breaks()));
        ThirdParty holder = input.parties.get(input.holdingsByParty.of(at));
        return new OfHolding(input.held.get(at), holder, distance.orElse(Distance.NONE));
    }

    private Derived<?, List<Finding>> hosts() {
        return over(input.hosts)
                .readingMembers(input.points, input.pointsByHost)
                .reading(input.zones, input.hostsByZone)
                .reading(input.registered, input.hostsByManager)
                .reading(input.parties, input.hostsByManager)
                .derive("findings on hosts", this::ofHost, judging::asset);
    }

    private OfHost ofHost(int host) {
        return new OfHost(
                input.hosts.get(host),
                input.zones.get(input.hostsByZone.of(host)),
                up(input.pointsByHost, host).toList(),
                unregistered(input.hostsByManager.of(host)));
    }

    /** Who runs it without any connection; absent where nobody does. */
    private Optional<ThirdParty> unregistered(int manager) {
        return manager == Grouping.NONE || input.registered.get(manager)
                ? Optional.empty()
                : Optional.of(input.parties.get(manager));
    }

    private Derived<?, List<Finding>> products(IndexedFacts<Product> products) {
        return over(products)
                .readingFrom(needs, concentration, picture.software.possible)
                .derive("findings on products", at -> ofProduct(products.get(at)), judging::product);
    }

    private Derived<?, List<Finding>> sources(IndexedFacts<KnowledgeSource> sources) {
        // Where nothing is in use there is nothing to know.
        boolean needed = input.estate.installations().values().stream()
                .anyMatch(one -> one.useState().live());
        return over(sources)
                .readingFrom(needed)
                .derive(
                        "findings on sources",
                        at -> new SourceSituation(input.today, sources.get(at), needed),
                        judging::source);
    }

    private OfProduct ofProduct(Product product) {
        return new OfProduct(
                product,
                concentration.crownsIn(needs.of(BreakCost.product(product.key()))),
                picture.software.possible.getOrDefault(product.key(), List.of()));
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
        return input.parties.find(key).map(this::ofThirdParty).map(judging::situation);
    }

    Optional<ZoneSituation> zone(String key) {
        return input.zones.find(key).map(this::ofZone).map(judging::situation);
    }

    Optional<AssetSituation> asset(String key) {
        return input.hosts.find(key).map(this::ofHost).map(judging::situation);
    }

    Optional<DataHoldingSituation> dataHolding(String key) {
        return input.held.find(key).map(this::ofHolding).map(judging::situation);
    }

    Optional<ProductSituation> product(String key) {
        return Optional.ofNullable(input.estate.products().get(key))
                .map(this::ofProduct)
                .map(judging::situation);
    }

    Optional<InstallationSituation> installation(String key, List<Flaw> flaws) {
        return Optional.ofNullable(input.estate.installations().get(key))
                .map(installation -> judging.situation(installation, flaws, isLandedOn(installation.place())));
    }

    private boolean isLandedOn(Place place) {
        return switch (place.kind()) {
            case CONNECTION_POINT ->
                input.points
                        .find(place.key())
                        .map(input.points::get)
                        .filter(point -> point.state().up())
                        .isPresent();
            case ASSET, ZONE -> landings.contains(input.estate.zoneOf(place));
            case DATA_HOLDING -> false;
        };
    }
}
