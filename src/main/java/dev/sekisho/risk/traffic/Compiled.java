package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The traffic of one family that is permitted, as a map from packets to PERMIT or DENY. */
record Compiled(Diagram diagram, int root) {

    static final IntPredicate PERMITTED = leaf -> Diagram.leaf(leaf) == FirstMatch.PERMIT;
    static final IntPredicate DENIED = leaf -> Diagram.leaf(leaf) == FirstMatch.DENY;

    static final int MOST_RULES = 100_000;

    /** @param alsoCutBy rules that the result will be combined with */
    static Compiled of(Family family, RuleSet rules, Collection<Rule> alsoCutBy) {
        if (rules.rules().size() > MOST_RULES) {
            throw new TooComplexException("rules", MOST_RULES);
        }
        var cutBy = Stream.concat(rules.rules().stream(), alsoCutBy.stream()).toList();
        return of(new Diagram(Space.of(family, cutBy)), rules).compacted();
    }

    /** What each of the devices permits. */
    static Compiled of(Diagram diagram, RuleSet rules) {
        return rules.devices().stream()
                .map(device -> ofDevice(diagram, device))
                .reduce((passed, device) -> passed.and(device.root()))
                .orElseThrow();
    }

    private static Compiled ofDevice(Diagram diagram, RuleSet rules) {
        var maps = new int[rules.rules().size()];
        for (int i = 0; i < maps.length; i++) {
            var rule = rules.rules().get(i);
            maps[i] = map(diagram, rule, FirstMatch.verdict(rule.effect()));
        }
        var decided = diagram.combine(new FirstMatch(), maps, FirstMatch.NO_RULE);
        var otherwise = FirstMatch.verdict(rules.defaultAction());
        return new Compiled(diagram, diagram.combine(new FirstMatch(), decided, otherwise));
    }

    static int map(Diagram diagram, Rule rule, int inside) {
        var map = FirstMatch.NO_RULE;
        for (var cube : Cube.of(rule, diagram.space().family())) {
            map = diagram.combine(new FirstMatch(), map, diagram.cube(cube, inside, FirstMatch.NO_RULE));
        }
        return map;
    }

    /** Compiling leaves behind several times the nodes it ends with. */
    private Compiled compacted() {
        var fresh = new Diagram(space());
        return new Compiled(fresh, diagram.copyTo(fresh, root));
    }

    Space space() {
        return diagram.space();
    }

    Action decide(Packet packet) {
        var reference = root;
        while (!Diagram.isLeaf(reference)) {
            var edges = diagram.nodes().edges(reference);
            var atom = space().line(edges[0]).atomOf(Witness.coordinate(packet, Axis.values()[edges[0]], space()));
            reference = edges[DiagramSearch.edgeOf(edges, atom) + 1];
        }
        return reference == FirstMatch.PERMIT ? Action.PERMIT : Action.DENY;
    }

    /** What both this and the other map of the same diagram permit. */
    Compiled and(int other) {
        return new Compiled(diagram, diagram.combine(Compiled::both, root, other));
    }

    /** What this or the other map of the same diagram permits. */
    Compiled or(int other) {
        return new Compiled(diagram, diagram.combine(Compiled::either, root, other));
    }

    /** What this permits and the other map of the same diagram does not. */
    Compiled minus(int other) {
        return new Compiled(diagram, diagram.combine(Compiled::onlyFirst, root, other));
    }

    /** What is permitted with some source port: the axis of the source port is no longer asked. */
    Compiled withSomeSourcePort() {
        return new Compiled(diagram, diagram.cutOff(root, Axis.SOURCE_PORT, node -> FirstMatch.PERMIT));
    }

    /** What is permitted from some source among these: neither the source nor its port is asked any longer. */
    Compiled fromSome(AddressSet sources) {
        var spans = space().line(Axis.SOURCE).touchedBy(space().family().of(sources));
        return new Compiled(
                diagram,
                diagram.cutOff(root, Axis.SOURCE, node -> reaches(node, spans) ? FirstMatch.PERMIT : FirstMatch.DENY));
    }

    /** The addresses to which something over one of these protocols is permitted. */
    AddressSet destinationsOf(ProtocolSet protocols) {
        var spans = Arrays.stream(Axis.values()).map(this::whole).toArray(int[][]::new);
        spans[Axis.PROTOCOL.ordinal()] = space().line(Axis.PROTOCOL).touchedBy(protocols.intervals());
        var search = new DiagramSearch(diagram, spans, PERMITTED);
        var line = space().line(Axis.DESTINATION);
        var found = new ArrayList<AddressSet>();
        var edges = diagram.nodes().edgesAt(root, Axis.DESTINATION.ordinal());
        for (int i = 1, first = 0; i < edges.length; first = edges[i] + 1, i += 2) {
            if (search.find(edges[i + 1])) {
                found.add(space().family()
                        .between(
                                line.start(first),
                                line.end(Math.min(edges[i], line.last())).subtract(BigInteger.ONE)));
            }
        }
        return AddressSet.union(found);
    }

    private int[] whole(Axis axis) {
        return new int[] {0, space().line(axis).last()};
    }

    /** A permitted (or denied) packet that the rule states, if there is one. */
    @Nullable
    Packet find(Rule within, IntPredicate verdict) {
        for (var cube : Cube.of(within, space().family())) {
            var search = new DiagramSearch(diagram, space().touchedBy(cube), verdict);
            if (search.find(root)) {
                return Witness.of(space(), cube, search.way());
            }
        }
        return null;
    }

    /** Nodes below the source hold both verdicts, else they would have been left out. */
    private boolean reaches(int node, int[] spans) {
        var edges = diagram.nodes().edges(node);
        if (edges[0] > Axis.SOURCE.ordinal()) {
            return true;
        }
        for (int i = spans.length == 0 ? edges.length : DiagramSearch.edgeOf(edges, spans[0]);
                i < edges.length;
                i += 2) {
            var first = i == 1 ? 0 : edges[i - 2] + 1;
            if (edges[i + 1] != FirstMatch.DENY && Spans.overlap(spans, first, edges[i])) {
                return true;
            }
        }
        return false;
    }

    private static int both(int a, int b) {
        if (a == FirstMatch.PERMIT || b == FirstMatch.DENY) {
            return b;
        }
        return b == FirstMatch.PERMIT || a == FirstMatch.DENY || a == b ? a : Diagram.OPEN;
    }

    private static int either(int a, int b) {
        if (a == FirstMatch.DENY || b == FirstMatch.PERMIT) {
            return b;
        }
        return b == FirstMatch.DENY || a == FirstMatch.PERMIT || a == b ? a : Diagram.OPEN;
    }

    private static int onlyFirst(int a, int b) {
        if (a == FirstMatch.DENY || b == FirstMatch.PERMIT || a == b) {
            return FirstMatch.DENY;
        }
        return b == FirstMatch.DENY ? a : Diagram.OPEN;
    }
}
