package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.incremental.Tracked;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Upkeep.Keeping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way in of every third party, as far as the place it leads to. */
final class Doors {
    /** Over every connection point, into the zone it is registered for first; none where it is down. */
    final Derived<?, List<Door>> points;

    /** Of every third party, those that lead over no connection point of its own. */
    final Derived<?, List<Door>> parties;

    /** To everything that somebody holds for us, for the holder; absent where it is deleted. */
    final Derived<?, Optional<Door>> held;

    private final AssessmentInput input;
    private final Parts parts;
    private final Completion unknown;

    /** What ways in are made of. */
    record Parts(
            SoftwareByPlace software,
            PermittedSoftware permitted,
            FirewallSoftware firewalls,
            Barriers barriers,
            Upkeeps upkeeps,
            SupplyChannels channels) {}

    /** Where third parties come in over a connection, registered or not. */
    private record Comings(List<List<Door>> points, List<List<Door>> parties) {
        Set<String> zones() {
            return Stream.of(points, parties)
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .filter(door -> door.over().kind() == Subject.Kind.CONNECTION_POINT
                            || door.over().kind() == Subject.Kind.ASSET)
                    .flatMap(door -> Stream.ofNullable(door.zone()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    Doors(AssessmentInput input, Parts parts, Completion unknown, Step step) {
        this.input = input;
        this.parts = parts;
        this.unknown = unknown;
        points = step.over(input.points)
                .reading(parts.barriers.points)
                .reading(parts.permitted.points)
                .reading(parts.software.points)
                .reading(parts.firewalls.points)
                .reading(parts.upkeeps.keepings)
                .collect("doors of points", this::ofPoint);
        held = step.over(input.held)
                .reading(input.parties, input.holdingsByParty)
                .reading(parts.software.held)
                .given(input.today)
                .collect("doors to holdings", this::held);
        Derived<?, List<Door>> own = own(step);
        Derived<?, List<Door>> lent = lent(own, step);
        parties = step.over(input.parties)
                .reading(own)
                .reading(lent)
                .collect("doors of third parties", at -> both(own.get(at), lent.get(at)));
    }

    private List<Door> ofPoint(int at) {
        ConnectionPoint point = input.points.get(at);
        if (!point.state().up()) {
            return List.of();
        }
        List<Ways> prices = parts.barriers.points.get(at);
        List<PermittedSoftware.Landed> landed = parts.permitted.points.get(at);
        return IntStream.range(0, landed.size())
                .mapToObj(i -> new Door(
                        Subject.of(point),
                        landed.get(i).zone(),
                        prices.get(i),
                        parts.upkeeps.keepings.get(at),
                        pool(at, landed.get(i))))
                .toList();
    }

    /** What somebody gets hold of who comes in here: nothing behind rules that permit nothing, but always the firewall. */
    private Causes pool(int at, PermittedSoftware.Landed landed) {
        Causes reached = landed.shut()
                ? parts.software.points.get(at).pool()
                : landed.permitted().pool();
        return reached.and(
                Objects.requireNonNull(parts.firewalls.points.get(at)).pool());
    }

    /** Those that are its own: by hosts it manages, with software it supplies, to what it holds for us. */
    private Derived<?, List<Door>> own(Step step) {
        Derived<?, Optional<Door>> managed = step.over(input.hosts)
                .reading(input.parties, input.hostsByManager)
                .reading(input.zones, input.hostsByZone)
                .reading(parts.software.zones, input.hostsByZone)
                .given(input.model, input.today)
                .collect("managed hosts", this::managed);
        return step.over(input.parties)
                .reading(input.registered)
                .readingMembers(managed, input.hostsByManager)
                .readingMembers(held, input.holdingsByParty)
                .readingFrom(parts.channels.bySupplier)
                .collect(
                        "own doors of third parties",
                        at -> Stream.of(
                                        hosts(at, managed),
                                        parts.channels.of(input.parties.get(at)),
                                        present(input.holdingsByParty, at, held))
                                .flatMap(some -> some)
                                .toList());
    }

    /** Where any connection is registered, one that is cut included, its hosts are come to over that. */
    private Stream<Door> hosts(int party, Derived<?, Optional<Door>> managed) {
        return input.registered.get(party) ? Stream.empty() : present(input.hostsByManager, party, managed);
    }

    private static Stream<Door> present(Grouping groups, int group, Derived<?, Optional<Door>> doors) {
        return groups.members(group).mapToObj(doors::get).flatMap(Optional::stream);
    }

    private Optional<Door> managed(int at) {
        int manager = input.hostsByManager.of(at);
        if (manager == Grouping.NONE) {
            return Optional.empty();
        }
        Asset host = input.hosts.get(at);
        int zone = input.hostsByZone.of(at);
        return Optional.of(new Door(
                new Subject(Subject.Kind.ASSET, host.key()),
                input.zones.get(zone).key(),
                BreakCost.unregistered(host.key(), unknown),
                parts.upkeeps.unregistered(host, input.zones.get(zone), input.parties.get(manager)),
                unknown.best() ? Causes.NONE : parts.software.zones.get(zone).pool()));
    }

    private Optional<Door> held(int at) {
        DataHolding holding = input.held.get(at);
        ThirdParty holder = input.parties.get(input.holdingsByParty.of(at));
        return holding.deletedBy(input.today)
                ? Optional.empty()
                : Optional.of(new Door(
                        new Subject(Subject.Kind.DATA_HOLDING, holding.key()),
                        null,
                        BreakCost.holding(holder, parts.software.held.get(at).free()),
                        Keeping.ELSEWHERE,
                        Causes.NONE));
    }

    /** Those that it has as a subcontractor: all of whom it works for, and of whom that one works for. */
    private Derived<?, List<Door>> lent(Derived<?, List<Door>> own, Step step) {
        Derived<?, List<Door>> all = step.over(input.parties)
                .reading(own)
                .readingMembers(points, input.pointsByParty)
                .readingMembers(input.parties, input.subcontractors)
                .collect(
                        "doors to lend",
                        at -> input.subcontractors.size(at) == 0
                                ? List.of()
                                : Stream.concat(
                                                input.pointsByParty.of(at, points.values()).stream()
                                                        .flatMap(List::stream),
                                                own.get(at).stream())
                                        .toList());
        return step.over(input.parties)
                .reading(new Touched(below(all.changed())))
                .collect("lent doors", at -> lent(principals(at, input), all));
    }

    /** These third parties, and everybody who works for one of them or for somebody who does. */
    private BitSet below(BitSet parties) {
        BitSet below = parties;
        below.or(input.parties.changed());
        var waiting = new ArrayDeque<Integer>();
        below.stream().forEach(waiting::add);
        while (!waiting.isEmpty()) {
            input.subcontractors
                    .members(waiting.poll())
                    .filter(worker -> !below.get(worker))
                    .forEach(worker -> {
                        below.set(worker);
                        waiting.add(worker);
                    });
        }
        return below;
    }

    /** For whom a third party works, the nearest first; of a circle each once. */
    static List<Integer> principals(int party, AssessmentInput input) {
        if (input.subcontractors.of(party) == Grouping.NONE) {
            return List.of();
        }
        var principals = new ArrayList<Integer>();
        Set<Integer> seen = new HashSet<>(Set.of(party));
        int at = input.subcontractors.of(party);
        while (at != Grouping.NONE && seen.add(at)) {
            principals.add(at);
            at = input.subcontractors.of(at);
        }
        return principals;
    }

    /** Whoever works for the first comes by its operations, and to those of the next by theirs as well. */
    private List<Door> lent(List<Integer> principals, Derived<?, List<Door>> all) {
        var doors = new ArrayList<Door>();
        for (int last = 0; last < principals.size(); last++) {
            for (Door door : all.get(principals.get(last))) {
                Door lent = door;
                for (int i = last; i >= 0; i--) {
                    lent = lent.lentBy(input.parties.get(principals.get(i)).key());
                }
                doors.add(lent);
            }
        }
        return List.copyOf(doors);
    }

    /** Keys of the zones where somebody lands over a connection point, its rules, or a host he runs without one. */
    Set<String> landings(Step step) {
        return step.value("landed on", new Comings(points.values(), parties.values()), Comings::zones);
    }

    /** All of a third party. */
    Stream<Door> of(int party) {
        return Stream.concat(
                input.pointsByParty.members(party).mapToObj(points::get).flatMap(List::stream),
                parties.get(party).stream());
    }

    /** The third parties that come somewhere, over no connection point of their own, where something is other than before. */
    Touched touched(Tracked zones) {
        BitSet changed = zones.changed();
        var touched = new BitSet();
        if (!changed.isEmpty()) {
            for (int at = 0; at < input.parties.size(); at++) {
                touched.set(
                        at,
                        parties.get(at).stream()
                                .anyMatch(door -> door.zone() != null && changed.get(input.zones.at(door.zone()))));
            }
        }
        return new Touched(touched);
    }

    private static List<Door> both(List<Door> some, List<Door> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
