package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Roster;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything computed under one answer to what is unknown. Results whose inputs are the same objects as in the previous
 * picture are taken from there.
 */
final class Picture {
    final Frame frame;
    final Postures postures;
    final Surroundings surroundings;
    final Inventory inventory;
    final Terrain terrain;
    final List<LinkPicture> points;
    final List<LinkPicture> zoneLinks;

    Picture(Frame frame, Completion unknown, @Nullable Picture previous) {
        this.frame = frame;
        Frame before = previous == null ? null : previous.frame;
        postures = Postures.of(frame, unknown, before, previous == null ? null : previous.postures);
        surroundings = new Surroundings(frame, postures, unknown, previous == null ? null : previous.surroundings);
        inventory = new Inventory(frame, postures, surroundings, unknown, previous == null ? null : previous.inventory);
        terrain = new Terrain(frame, postures, inventory, unknown, previous == null ? null : previous.terrain);
        var weighing = new Weighing(frame, unknown);
        Picture same = previous != null && frame.sameConditions(previous.frame) ? previous : null;
        Picture priced = previous != null && frame.estate.sharesSoftwareWith(previous.frame.estate) ? previous : null;
        Picture sameWorld = same != null && sameWorld(same) ? same : null;
        points = sameWorld != null
                ? frame.points.about(
                        sameWorld.points, affectedPoints(sameWorld), i -> weighing.weigh(pointInputs(i), null))
                : pictures(
                        frame.points,
                        this::pointInputs,
                        weighing,
                        same == null ? null : same.points,
                        priced == null ? null : priced.points);
        zoneLinks = sameWorld != null
                ? frame.zoneLinks.about(
                        sameWorld.zoneLinks, affectedLinks(sameWorld), i -> weighing.weigh(linkInputs(i), null))
                : pictures(
                        frame.zoneLinks,
                        this::linkInputs,
                        weighing,
                        same == null ? null : same.zoneLinks,
                        priced == null ? null : priced.zoneLinks);
    }

    /** Whether all that links have in common is as it was. */
    private boolean sameWorld(Picture before) {
        return network() == before.network()
                && frame.zones == before.frame.zones
                && frame.estate.assets() == before.frame.estate.assets()
                && frame.estate.thirdParties() == before.frame.estate.thirdParties();
    }

    private BitSet affectedPoints(Picture before) {
        BitSet affected = frame.pointsByZone.members(inventory.changedZones(before.inventory));
        affected.or(frame.points.differing(inventory.points(), before.inventory.points()));
        affected.or(frame.points.differing(postures.points(), before.postures.points()));
        return affected;
    }

    private BitSet affectedLinks(Picture before) {
        BitSet affected = frame.zoneLinks.differing(postures.zoneLinks(), before.postures.zoneLinks());
        BitSet zones = inventory.changedZones(before.inventory);
        if (!zones.isEmpty()) {
            for (int i = 0; i < frame.zoneLinks.size(); i++) {
                affected.set(
                        i,
                        affected.get(i)
                                || zones.get(frame.zone(frame.zoneLinks.get(i).zone())));
            }
        }
        return affected;
    }

    Network network() {
        return terrain.network;
    }

    /**
     * @param same results under the same conditions, which hold where their inputs do
     * @param priced results over the same software, whose price and ways on hold where the links are the same
     */
    private static <T> List<LinkPicture> pictures(
            Roster<T> links,
            IntFunction<Inputs> inputs,
            Weighing weighing,
            @Nullable List<LinkPicture> same,
            @Nullable List<LinkPicture> priced) {
        return IntStream.range(0, links.size())
                .parallel()
                .mapToObj(i -> {
                    Inputs now = inputs.apply(i);
                    LinkPicture known = links.earlier(same, i);
                    return known != null && known.inputs().sameAs(now)
                            ? known
                            : weighing.weigh(now, links.earlier(priced, i));
                })
                .toList();
    }

    private Inputs pointInputs(int at) {
        ConnectionPoint point = frame.points.get(at);
        int zone = frame.pointsByZone.of(at);
        return new Inputs(
                point,
                postures.points().get(at),
                frame.zones.get(zone),
                point.asset() == null ? null : frame.estate.assets().get(point.asset()),
                frame.parties.get(frame.pointsByThirdParty.of(at)),
                frame.hosts.get(zone),
                inventory.zone(zone),
                inventory.point(at),
                network());
    }

    private Inputs linkInputs(int at) {
        ZoneLink link = frame.zoneLinks.get(at);
        int zone = frame.zone(link.zone());
        return new Inputs(
                link,
                postures.zoneLinks().get(at),
                frame.zones.get(zone),
                null,
                null,
                frame.hosts.get(zone),
                inventory.zone(zone),
                Software.NONE,
                network());
    }
}
