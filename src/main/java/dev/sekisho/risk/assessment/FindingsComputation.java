package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.SharedRules.Behind;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.incremental.Difference;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.MemoizedFindings;
import dev.sekisho.risk.incremental.MemoizedFindings.Verdict;
import dev.sekisho.risk.path.BreakDependencies;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.ProductSituation;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import dev.sekisho.risk.score.Flaw;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All findings of one assessment. */
final class FindingsComputation {
    private final AssessmentInput frame;
    private final List<FindingRule> rules;
    private final ScenarioResult picture;
    private final RuleRunner judging;
    private final SharedRules shared;
    private final IndexedFacts<Asset> hosts;
    private final CrownConcentration concentration;
    private final Map<String, List<ConnectionPoint>> landings;
    private final BitSet landingZones = new BitSet();
    private final BreakDependencies needs;
    private final MemoizedFindings points;
    private final MemoizedFindings zoneLinks;
    private final MemoizedFindings pointSoftware;
    private final MemoizedFindings zoneSoftware;
    private final MemoizedFindings thirdParties;
    private final MemoizedFindings zones;
    private final MemoizedFindings assets;
    private final MemoizedFindings products;
    private final boolean comparable;

    /** @param last findings on the same day under the same weights; absent to judge everything anew */
    FindingsComputation(ScenarioResult picture, List<FindingRule> rules, @Nullable FindingsComputation last) {
        this.frame = picture.frame;
        this.rules = rules;
        this.picture = picture;
        this.judging = new RuleRunner(frame, rules);
        this.shared = SharedRules.of(picture);
        FindingsComputation before =
                last != null && last.rules.equals(rules) && last.frame.sameConditions(frame) ? last : null;
        comparable = before != null;
        hosts = new IndexedFacts<>(frame.estate.assets().values(), Asset::key, before == null ? null : before.hosts);
        FindingsComputation sameNetwork =
                before != null && before.picture.network() == picture.network() ? before : null;
        concentration = sameNetwork == null ? new CrownConcentration(picture.network()) : sameNetwork.concentration;
        markLandings();
        landings = landings();
        points = links(
                frame.points,
                picture.points,
                shared.points(),
                before == null ? null : before.points,
                before == null ? null : before.picture.points,
                before == null ? null : before.shared.points());
        zoneLinks = links(
                frame.zoneLinks,
                picture.zoneLinks,
                shared.zoneLinks(),
                before == null ? null : before.zoneLinks,
                before == null ? null : before.picture.zoneLinks,
                before == null ? null : before.shared.zoneLinks());
        pointSoftware = pointSoftware(before);
        FindingsComputation sameZones = before != null && before.frame.zones == frame.zones ? before : null;
        zoneSoftware = sameZones == null
                ? zoneSoftware(null).insteadOf(before == null ? null : before.zoneSoftware)
                : zoneSoftware(sameZones);
        zones = sameZones == null ? zones(null).insteadOf(before == null ? null : before.zones) : zones(sameZones);
        thirdParties = thirdParties(before);
        assets = assets(before);
        FindingsComputation sameWays = sameNetwork != null && sameEntries(sameNetwork.picture) ? sameNetwork : null;
        needs = sameWays == null ? CrownConcentration.needs(picture.network(), picture.points) : sameWays.needs;
        products = MemoizedFindings.of(
                1,
                i -> new Object[] {needs, frame.estate.products(), concentration},
                i -> judging.products(needs, concentration::crownsIn),
                before == null ? null : before.products,
                i -> i);
    }

    /** What differs from the findings before, group by group; empty where there is nothing to compare with. */
    Optional<Difference> difference() {
        return comparable
                ? Optional.of(new Difference(
                        kinds().flatMap(kind -> kind.gone().stream())
                                .map(Verdict::findings)
                                .toList(),
                        kinds().flatMap(kind -> kind.come().stream())
                                .map(Verdict::findings)
                                .toList()))
                : Optional.empty();
    }

    private Stream<MemoizedFindings> kinds() {
        return Stream.of(points, zoneLinks, pointSoftware, zoneSoftware, thirdParties, zones, assets, products);
    }

    Stream<Finding> findings() {
        return groups().flatMap(List::stream);
    }

    Stream<List<Finding>> groups() {
        return kinds().flatMap(MemoizedFindings::groups);
    }

    /** The links of a third party that are up. */
    private List<LinkPicture> live(int thirdParty) {
        Grouping owned = frame.pointsByThirdParty;
        return IntStream.range(0, owned.size(thirdParty))
                .mapToObj(i -> picture.points.get(owned.member(thirdParty, i)))
                .filter(point -> point.link().state().up())
                .toList();
    }

    private void markLandings() {
        for (int i = 0; i < frame.points.size(); i++) {
            if (frame.points.get(i).state().up()) {
                landingZones.set(frame.pointsByZone.of(i));
            }
        }
    }

    private Map<String, List<ConnectionPoint>> landings() {
        var byAsset = new HashMap<String, List<ConnectionPoint>>();
        for (ConnectionPoint point : frame.points.items()) {
            if (point.asset() != null && point.state().up()) {
                byAsset.computeIfAbsent(point.asset(), asset -> new ArrayList<>())
                        .add(point);
            }
        }
        return byAsset;
    }

    /** @param told for which other links each one tells what is wrong with their rules */
    private MemoizedFindings links(
            IndexedFacts<?> roster,
            List<LinkPicture> pictures,
            List<@Nullable Behind> told,
            @Nullable MemoizedFindings previous,
            @Nullable List<LinkPicture> before,
            @Nullable List<@Nullable Behind> toldBefore) {
        IntFunction<Object> looking = i -> lookAtLink(pictures.get(i), told.get(i));
        IntFunction<List<Finding>> judge = i -> judging.link(pictures.get(i), told.get(i));
        if (previous == null || !roster.aligned()) {
            return MemoizedFindings.of(roster.size(), looking, judge, previous, roster::before);
        }
        BitSet affected = roster.differing(pictures, before);
        affected.or(roster.differing(told, toldBefore));
        return MemoizedFindings.of(looking, judge, previous, affected);
    }

    private static Object lookAtLink(LinkPicture picture, @Nullable Behind told) {
        return told == null ? picture : new Object[] {picture, told.points(), told.zoneLinks()};
    }

    /** A link that is up, as the rules saw it. */
    Optional<LinkSituation> situation(Subject link) {
        boolean isPoint = link.kind() == Subject.Kind.CONNECTION_POINT;
        Optional<Integer> at = isPoint ? frame.points.find(link.key()) : frame.zoneLinks.find(link.key());
        return at.flatMap(i -> isPoint
                ? judging.situation(picture.points.get(i), shared.points().get(i))
                : judging.situation(picture.zoneLinks.get(i), shared.zoneLinks().get(i)));
    }

    Optional<ThirdPartySituation> thirdParty(String key) {
        return Optional.ofNullable(frame.thirdPartyNumbers.get(key)).map(at -> {
            List<LinkPicture> live = live(at);
            return judging.situation(frame.parties.get(at), points(live), crowns(live));
        });
    }

    Optional<ZoneSituation> zone(String key) {
        return Optional.ofNullable(frame.zoneNumbers.get(key))
                .map(at -> judging.situation(frame.zones.get(at), landingZones.get(at)));
    }

    Optional<AssetSituation> asset(String key) {
        return hosts.find(key).map(at -> judging.situation(hosts.get(at), landedOn(at)));
    }

    Optional<ProductSituation> product(String key) {
        return Optional.ofNullable(frame.estate.products().get(key))
                .map(product -> judging.situation(product, concentration.crownsIn(needs.of(BreakCost.product(key)))));
    }

    Optional<InstallationSituation> installation(String key, List<Flaw> flaws) {
        return Optional.ofNullable(frame.estate.installations().get(key))
                .map(installation -> judging.situation(installation, flaws));
    }

    /** Findings on installations name whose the point is, and some are about what no advisory concerns. */
    private MemoizedFindings pointSoftware(@Nullable FindingsComputation before) {
        return MemoizedFindings.of(
                frame.points.size(),
                this::lookAtPointSoftware,
                this::judgePoint,
                before == null ? null : before.pointSoftware,
                frame.points::place);
    }

    private Object lookAtPointSoftware(int at) {
        InstalledAtPlace installed = frame.holdings.points().get(at);
        return installed.isEmpty()
                ? InstalledAtPlace.NOTHING
                : new Object[] {
                    frame.points.get(at),
                    frame.zones.get(frame.pointsByZone.of(at)),
                    installed,
                    picture.inventory.point(at)
                };
    }

    private List<Finding> judgePoint(int at) {
        var here = new Place(Place.Kind.CONNECTION_POINT, frame.points.get(at).key());
        return judging.installations(Stream.of(here), picture.inventory.point(at));
    }

    private MemoizedFindings zoneSoftware(@Nullable FindingsComputation before) {
        return MemoizedFindings.of(
                frame.zones.size(),
                i -> new Object[] {
                    frame.zones.get(i),
                    frame.hosts.get(i),
                    frame.holdings.zones().get(i),
                    picture.inventory.zone(i)
                },
                i -> judging.installations(
                        Holdings.places(frame.estate, frame.zones.get(i).key()), picture.inventory.zone(i)),
                before == null ? null : before.zoneSoftware,
                i -> i);
    }

    private MemoizedFindings thirdParties(@Nullable FindingsComputation before) {
        if (before != null && frame.parties.aligned() && frame.points.aligned()) {
            BitSet affected = frame.parties.changed();
            frame.points.differing(picture.points, before.picture.points).stream()
                    .forEach(i -> {
                        affected.set(frame.pointsByThirdParty.of(i));
                        affected.set(before.frame.pointsByThirdParty.of(i));
                    });
            return MemoizedFindings.of(this::lookAtThirdParty, this::judgeThirdParty, before.thirdParties, affected);
        }
        return MemoizedFindings.of(
                frame.parties.size(),
                this::lookAtThirdParty,
                this::judgeThirdParty,
                before == null ? null : before.thirdParties,
                frame.parties::before);
    }

    private Object lookAtThirdParty(int at) {
        return Stream.concat(Stream.of(frame.parties.get(at)), live(at).stream())
                .toArray();
    }

    private List<Finding> judgeThirdParty(int at) {
        List<LinkPicture> live = live(at);
        return judging.thirdParty(frame.parties.get(at), points(live), crowns(live));
    }

    private static List<ConnectionPoint> points(List<LinkPicture> live) {
        return live.stream().map(point -> (ConnectionPoint) point.link()).toList();
    }

    private SortedSet<String> crowns(List<LinkPicture> live) {
        return concentration.crownsIn(CrownConcentration.reached(live));
    }

    private MemoizedFindings zones(@Nullable FindingsComputation before) {
        return MemoizedFindings.of(
                frame.zones.size(),
                i -> new Object[] {frame.zones.get(i), landingZones.get(i)},
                i -> judging.zone(frame.zones.get(i), landingZones.get(i)),
                before == null ? null : before.zones,
                i -> i);
    }

    private MemoizedFindings assets(@Nullable FindingsComputation before) {
        return MemoizedFindings.of(
                hosts.size(),
                i -> Stream.concat(
                                Stream.of(
                                        hosts.get(i),
                                        frame.estate.zones().get(hosts.get(i).zone())),
                                landedOn(i).stream())
                        .toArray(),
                i -> judging.asset(hosts.get(i), landedOn(i)),
                before == null ? null : before.assets,
                hosts::before);
    }

    private List<ConnectionPoint> landedOn(int host) {
        return landings.getOrDefault(hosts.get(host).key(), List.of());
    }

    /** Whether third parties come in where and at the price they did. */
    private boolean sameEntries(ScenarioResult before) {
        return before.points.size() == picture.points.size()
                && IntStream.range(0, frame.points.size())
                        .allMatch(i -> sameEntry(picture.points.get(i), frame.points.before(i), before));
    }

    private static boolean sameEntry(LinkPicture now, int at, ScenarioResult before) {
        Optional<Integer> old =
                at == IndexedFacts.NEW ? before.frame.points.find(now.link().key()) : Optional.of(at);
        return old.map(before.points::get).filter(now::entersLike).isPresent();
    }
}
