package dev.sekisho.risk.referee;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.score.Flaw;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is in use where, and what is wrong with it. */
final class Faults {
    private final Assessment assessment;
    private final Estate estate;
    private final Map<String, List<Fault>> found = new HashMap<>();

    Faults(Assessment assessment) {
        this.assessment = assessment;
        estate = assessment.estate();
    }

    /** What is in use in a zone or on one of its hosts. */
    List<Installation> inZone(String zone) {
        return inUse(i -> i.place().kind() != Place.Kind.CONNECTION_POINT && zone.equals(estate.zoneOf(i.place())))
                .toList();
    }

    /** What is in use where a third party holds something for us. */
    List<Installation> atHolding(String holding) {
        return inUse(i -> i.place().equals(new Place(Place.Kind.DATA_HOLDING, holding)))
                .toList();
    }

    /** What is in use at a link: only that of a connection point is known. */
    List<Installation> at(Link link) {
        return inUse(i -> link instanceof ConnectionPoint
                        && i.place().kind() == Place.Kind.CONNECTION_POINT
                        && i.place().key().equals(link.key()))
                .toList();
    }

    /** What somebody finds who comes over a link into a zone; its firewall stands before that. */
    List<Installation> behind(Link link, String zone) {
        return Stream.concat(
                        inZone(zone).stream(),
                        at(link).stream()
                                .filter(some ->
                                        !some.product().equals(link.firewall().product())))
                .toList();
    }

    Stream<Fault> of(Installation installation) {
        return found
                .computeIfAbsent(
                        installation.key(),
                        key -> assessment.flawsOf(key).stream()
                                .filter(Faults::counts)
                                .map(flaw -> Fault.of(flaw, assessment.today()))
                                .toList())
                .stream();
    }

    /** What is merely possible is not counted. */
    private static boolean counts(Flaw flaw) {
        return flaw.match().verdict().live()
                && !flaw.match().possible()
                && flaw.installation().useState().live();
    }

    /** Of the product of a firewall: of the very box where it is known, else of any of its kind. */
    List<Fault> ofFirewall(Link link) {
        Predicate<Installation> same = i -> i.product().equals(link.firewall().product());
        List<Installation> here = at(link).stream().filter(same).toList();
        Stream<Installation> ours = inUse(same).filter(i -> i.place().kind() != Place.Kind.DATA_HOLDING);
        return (here.isEmpty() ? ours : here.stream()).flatMap(this::of).toList();
    }

    /** Each vulnerability of each product once, where it is worst; V of all together in milli-points. */
    static int together(Collection<Fault> faults) {
        Map<List<String>, Integer> distinct = new HashMap<>();
        faults.forEach(fault ->
                distinct.merge(List.of(fault.product(), fault.vulnerability()), fault.milliPoints(), Math::max));
        return Math.min(100_000, Lse5.of(distinct.values()));
    }

    private Stream<Installation> inUse(Predicate<Installation> which) {
        return estate.installations().values().stream()
                .filter(installation -> installation.useState().live())
                .filter(which);
    }
}
