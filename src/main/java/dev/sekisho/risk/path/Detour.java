package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.AttackPath.Hop;
import dev.sekisho.risk.path.Routes.PathEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ways that have to cross one link between our zones. Every zone is there twice, before the link and beyond it, and the
 * link alone leads from the one to the other: so a shortest way to what is beyond crosses it, and may pass a zone twice.
 */
final class Detour {
    /** Sorts behind every character a key begins with. */
    private static final String BEYOND = "~";

    private final Network twice;
    private final Map<String, ZoneLink> links = new HashMap<>();

    Detour(Network network, Subject link) {
        List<ZoneNode> zones = Stream.concat(
                        network.districts().stream(),
                        network.districts().stream()
                                .map(zone -> new ZoneNode(
                                        BEYOND + zone.key(), zone.organization(), zone.test(), zone.grounds())))
                .toList();
        List<ZoneCrossing> crossings = network.crossings().stream()
                .flatMap(crossing -> both(crossing, link))
                .sorted(Comparator.comparing(crossing -> crossing.link().key()))
                .toList();
        twice = new Network(zones, crossings);
    }

    private Stream<ZoneCrossing> both(ZoneCrossing crossing, Subject over) {
        ZoneLink link = crossing.link();
        Stream<ZoneCrossing> both = Stream.of(crossing, moved(crossing, BEYOND, BEYOND + link.from()));
        return Subject.of(link).equals(over)
                ? Stream.concat(both, Stream.of(moved(crossing, BEYOND + BEYOND, link.from())))
                : both;
    }

    private ZoneCrossing moved(ZoneCrossing crossing, String prefix, String from) {
        ZoneLink link = crossing.link();
        var moved = new ZoneLink(
                prefix + link.key(),
                link.name(),
                from,
                BEYOND + link.zone(),
                link.terms(),
                link.filtering(),
                link.state());
        links.put(moved.key(), link);
        return new ZoneCrossing(moved, crossing.ways());
    }

    /** A shortest way to a zone, where there is one over the link. */
    Optional<AttackPath> to(String zone, String thirdParty, List<PathEntry> entries) {
        return new Routes(twice, thirdParty, entries).to(BEYOND + zone).map(path -> told(path, zone));
    }

    private AttackPath told(AttackPath path, String zone) {
        return new AttackPath(
                path.thirdParty(),
                zone,
                path.distance(),
                path.hops().stream().map(this::told).toList(),
                path.breaks());
    }

    private Hop told(Hop hop) {
        ZoneLink link = links.get(hop.via().key());
        return link == null ? hop : new Hop(link.from(), link.zone(), Subject.of(link), hop.breaks());
    }
}
