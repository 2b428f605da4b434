package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * At which link the findings about a rule set are told, once for all links behind it: the first that is up and whose
 * rules let in whom nobody registered, connection points before zone links.
 */
final class SharedRules {
    /** By connection point, the links it tells for; none where another tells or there is nothing to tell. */
    final Derived<List<Link>, List<Link>> points;

    final Derived<List<Link>, List<Link>> zoneLinks;
    private final Estate estate;

    /** Rules that guard a corporate family. */
    private record Place(RuleSet rules, String family) {}

    /** What there is to tell at every link. */
    private record Candidates(List<Optional<Place>> points, List<Optional<Place>> zoneLinks) {}

    private record Tellers(BitSet points, BitSet zoneLinks) {
        static Tellers of(Candidates candidates) {
            Set<Place> told = new HashSet<>();
            return new Tellers(first(candidates.points, told), first(candidates.zoneLinks, told));
        }

        private static BitSet first(List<Optional<Place>> places, Set<Place> told) {
            var first = new BitSet();
            for (int at = 0; at < places.size(); at++) {
                first.set(at, places.get(at).filter(told::add).isPresent());
            }
            return first;
        }
    }

    SharedRules(ScenarioResult picture, Step step) {
        AssessmentInput input = picture.input;
        estate = input.estate;
        Derived<?, Optional<Place>> atPoints = candidates(
                "connection points", input.points, picture.postures.points, input.space, input.pointsByZone, step);
        Derived<?, Optional<Place>> atLinks = candidates(
                "zone links", input.zoneLinks, picture.postures.zoneLinks, input.space, input.linksByZone, step);
        Tellers tellers = step.value("tellers", new Candidates(atPoints.values(), atLinks.values()), Tellers::of);
        points = step.over(input.points)
                .readingPeers(input.points, input.pointsByRules)
                .reading(atPoints)
                .readingFrom(tellers, input.zoneLinks.items(), input.space.families.values())
                .collect(
                        "told at connection points",
                        at -> tellers.points.get(at) ? behind(atPoints.get(at)) : List.of());
        zoneLinks = step.over(input.zoneLinks)
                .reading(atLinks)
                .readingFrom(tellers, input.zoneLinks.items(), input.points.items(), input.space.families.values())
                .collect("told at zone links", at -> tellers.zoneLinks.get(at) ? behind(atLinks.get(at)) : List.of());
    }

    private static <L extends Link> Derived<?, Optional<Place>> candidates(
            String which,
            IndexedFacts<L> links,
            Derived<?, Posture> postures,
            OwnSpace space,
            Grouping byZone,
            Step step) {
        return step.over(links)
                .reading(postures)
                .reading(space.families, byZone)
                .collect("to tell at " + which, at -> {
                    Link link = links.get(at);
                    TrafficSummary traffic = postures.get(at).traffic();
                    RuleSet rules = link.ruleSet();
                    boolean tells = link.state().up()
                            && traffic != null
                            && !traffic.unregistered().isEmpty()
                            && rules != null;
                    return tells
                            ? Optional.of(
                                    new Place(rules, space.around(byZone.of(at)).key()))
                            : Optional.empty();
                });
    }

    private List<Link> behind(Optional<Place> place) {
        return place.stream()
                .flatMap(at -> Stream.<Link>concat(
                                estate.connectionPointsBehind(at.rules).stream(),
                                estate.zoneLinksBehind(at.rules).stream())
                        .filter(link -> estate.familyAround(link.zone()).equals(at.family)))
                .toList();
    }
}
