package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.LinkSituation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a finding speaks of the way from a link to crown jewels: rules may let it land in other zones than its own. */
final class WayIn {
    private WayIn() {}

    /** " through the zone Vendor DMZ", to append to all the crown jewels that are so many breaks away. */
    static String words(LinkSituation at, List<Target> crowns, int breaks) {
        Set<String> zones = crowns.stream().map(crown -> zone(at, crown)).collect(Collectors.toSet());
        if (zones.stream().allMatch(zone -> at.landings().getOrDefault(zone, breaks + 1) <= breaks)) {
            return " straight over " + at.link().name() + ", with no zone in between";
        }
        String landing = at.landing().key();
        return at.landings().keySet().equals(Set.of(landing)) && !zones.contains(landing)
                ? " through the zone " + at.landing().name()
                : " over " + at.link().name();
    }

    private static @Nullable String zone(LinkSituation at, Target crown) {
        var host = crown.subject().kind() == Subject.Kind.ASSET
                ? at.estate().assets().get(crown.subject().key())
                : null;
        return host == null ? crown.subject().key() : host.zone();
    }
}
