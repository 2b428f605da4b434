package dev.sekisho.risk;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Place;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.path.Needs;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All findings of one assessment. */
final class Inquest {
    private final Frame frame;
    private final List<Rule> rules;
    private final Picture picture;
    private final Judging judging;
    private final Roster<ThirdParty> parties;
    private final Roster<Asset> hosts;
    private final Concentration concentration;
    private final Map<String, List<ConnectionPoint>> landings;
    private final BitSet landingZones = new BitSet();
    private final Needs needs;
    private final Verdicts points;
    private final Verdicts zoneLinks;
    private final Verdicts pointSoftware;
    private final Verdicts zoneSoftware;
    private final Verdicts thirdParties;
    private final Verdicts zones;
    private final Verdicts assets;
    private final List<Finding> products;

    Inquest(Picture picture, List<Rule> rules, @Nullable Inquest last) {
        this.frame = picture.frame;
        this.rules = rules;
        this.picture = picture;
        this.judging = new Judging(frame, rules);
        Inquest before = last != null && last.rules.equals(rules) && last.frame.sameConditions(frame) ? last : null;
        parties = new Roster<>(
                frame.estate.thirdParties().values(), ThirdParty::key, before == null ? null : before.parties);
        hosts = new Roster<>(frame.estate.assets().values(), Asset::key, before == null ? null : before.hosts);
        Inquest sameNetwork = before != null && before.picture.network() == picture.network() ? before : null;
        concentration = sameNetwork == null ? new Concentration(picture.network()) : sameNetwork.concentration;
        markLandings();
        landings = landings();
        Inquest sameZones = before != null && before.frame.zones == frame.zones ? before : null;
        points = links(frame.points, picture.points, before == null ? null : before.points);
        zoneLinks = links(frame.zoneLinks, picture.zoneLinks, before == null ? null : before.zoneLinks);
        pointSoftware = pointSoftware(before);
        zoneSoftware = zoneSoftware(sameZones);
        thirdParties = thirdParties(before);
        zones = zones(sameZones);
        assets = assets(before);
        Inquest sameWays = sameNetwork != null && sameEntries(sameNetwork.picture) ? sameNetwork : null;
        needs = sameWays == null ? Concentration.needs(picture.network(), picture.points) : sameWays.needs;
        Inquest sameProducts =
                sameWays != null && sameWays.frame.estate.products() == frame.estate.products() ? sameWays : null;
        products = sameProducts == null ? judging.products(needs, concentration::crownsIn) : sameProducts.products;
    }

    Stream<Finding> findings() {
        return groups().flatMap(List::stream);
    }

    /** The findings in the groups they were judged in; a group that still holds is the very same list as before. */
    Stream<List<Finding>> groups() {
        return Stream.concat(
                Stream.of(points, zoneLinks, pointSoftware, zoneSoftware, thirdParties, zones, assets)
                        .flatMap(Verdicts::groups),
                Stream.of(products));
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

    private Verdicts links(Roster<?> roster, List<LinkPicture> pictures, @Nullable Verdicts previous) {
        return Verdicts.of(roster.size(), pictures::get, i -> judging.link(pictures.get(i)), previous, roster::before);
    }

    private Verdicts pointSoftware(@Nullable Inquest before) {
        return Verdicts.of(
                frame.points.size(),
                picture.inventory::point,
                i -> judging.installations(
                        Stream.of(new Place(
                                Place.Kind.CONNECTION_POINT, frame.points.get(i).key())),
                        picture.inventory.point(i)),
                before == null ? null : before.pointSoftware,
                frame.points::before);
    }

    private Verdicts zoneSoftware(@Nullable Inquest before) {
        return Verdicts.of(
                frame.zones.size(),
                picture.inventory::zone,
                i -> judging.installations(Inventory.places(frame, i), picture.inventory.zone(i)),
                before == null ? null : before.zoneSoftware,
                i -> i);
    }

    private Verdicts thirdParties(@Nullable Inquest before) {
        return Verdicts.of(
                parties.size(),
                i -> Stream.concat(Stream.of(parties.get(i)), live(i).stream()).toArray(),
                i -> judging.thirdParty(
                        parties.get(i),
                        live(i).stream()
                                .map(point -> (ConnectionPoint) point.link())
                                .toList(),
                        concentration.crownsIn(Concentration.reached(live(i)))),
                before == null ? null : before.thirdParties,
                parties::before);
    }

    private Verdicts zones(@Nullable Inquest before) {
        return Verdicts.of(
                frame.zones.size(),
                i -> new Object[] {frame.zones.get(i), landingZones.get(i)},
                i -> judging.zone(frame.zones.get(i), landingZones.get(i)),
                before == null ? null : before.zones,
                i -> i);
    }

    private Verdicts assets(@Nullable Inquest before) {
        return Verdicts.of(
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
    private boolean sameEntries(Picture before) {
        return before.points.size() == picture.points.size()
                && IntStream.range(0, frame.points.size())
                        .allMatch(i -> sameEntry(picture.points.get(i), frame.points.before(i), before));
    }

    private static boolean sameEntry(LinkPicture now, int at, Picture before) {
        Optional<Integer> old =
                at == Roster.NEW ? before.frame.points.find(now.link().key()) : Optional.of(at);
        return old.map(before.points::get).filter(now::entersLike).isPresent();
    }
}
