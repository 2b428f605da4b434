package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * At which link the findings about a rule set are told, once for all links behind it: the first that is up and whose
 * rules let in whom nobody registered, connection points before zone links.
 *
 * @param points by connection point, the links it tells for; absent where another tells or there is nothing to tell
 */
record SharedRules(List<@Nullable Behind> points, List<@Nullable Behind> zoneLinks) {

    /** The links behind one rule set; the same two lists as long as nothing about these links changes. */
    record Behind(List<? extends Link> points, List<? extends Link> zoneLinks) {
        List<Link> in(Estate estate, String family) {
            return Stream.<Link>concat(points.stream(), zoneLinks.stream())
                    .filter(link -> estate.familyAround(link.zone()).equals(family))
                    .toList();
        }
    }

    /** Rules that guard a corporate family. */
    private record Place(RuleSet rules, String family) {}

    static SharedRules of(ScenarioResult picture) {
        Set<Place> told = new HashSet<>();
        Estate estate = picture.frame.estate;
        return new SharedRules(behind(picture.points, estate, told::add), behind(picture.zoneLinks, estate, told::add));
    }

    private static List<@Nullable Behind> behind(List<LinkPicture> pictures, Estate estate, Predicate<Place> isFirst) {
        return pictures.stream()
                .map(picture -> behind(picture, estate, isFirst))
                .toList();
    }

    private static @Nullable Behind behind(LinkPicture picture, Estate estate, Predicate<Place> isFirst) {
        Link link = picture.link();
        TrafficSummary traffic = picture.posture().traffic();
        RuleSet rules = link.ruleSet();
        boolean tells =
                link.state().up() && traffic != null && !traffic.unregistered().isEmpty() && rules != null;
        return tells && isFirst.test(new Place(rules, estate.familyAround(link.zone())))
                ? new Behind(estate.connectionPointsBehind(rules), estate.zoneLinksBehind(rules))
                : null;
    }
}
