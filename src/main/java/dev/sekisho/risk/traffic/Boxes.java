package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.LongIntervals;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a permitted set as permitting rules of which no two overlap: one per distinct way through the diagram. */
final class Boxes {

    private final Compiled permitted;
    private final int mostRules;
    private final List<Rule> rules = new ArrayList<>();
    private final AddressSet all;

    private Boxes(Compiled permitted, int mostRules) {
        this.permitted = permitted;
        this.mostRules = mostRules;
        var family = permitted.space().family();
        this.all = family.between(BigInteger.ZERO, family.size().subtract(BigInteger.ONE));
    }

    static List<Rule> of(Compiled permitted, int mostRules) {
        var boxes = new Boxes(permitted, mostRules);
        boxes.collect(permitted.root(), Rule.permit().from(boxes.all).to(boxes.all));
        return boxes.rules;
    }

    private void collect(int reference, Rule soFar) {
        if (Diagram.isLeaf(reference)) {
            if (reference == FirstMatch.PERMIT) {
                add(soFar);
            }
            return;
        }
        var axis = Axis.values()[permitted.diagram().nodes().edges(reference)[0]];
        edgesByTarget(reference)
                .forEach((target, spans) -> narrow(soFar, axis, spans).forEach(rule -> collect(target, rule)));
    }

    private void add(Rule rule) {
        if (rules.size() == mostRules) {
            throw new TooComplexException("rules", mostRules);
        }
        rules.add(rule);
    }

    private Map<Integer, List<int[]>> edgesByTarget(int node) {
        var edges = permitted.diagram().nodes().edges(node);
        var targets = new LinkedHashMap<Integer, List<int[]>>();
        for (int i = 1, first = 0; i < edges.length; first = edges[i] + 1, i += 2) {
            if (edges[i + 1] != FirstMatch.DENY) {
                targets.computeIfAbsent(edges[i + 1], any -> new ArrayList<>()).add(new int[] {first, edges[i]});
            }
        }
        return targets;
    }

    private List<Rule> narrow(Rule rule, Axis axis, List<int[]> spans) {
        return switch (axis) {
            case DESTINATION -> List.of(rule.to(addresses(axis, spans)));
            case SOURCE -> List.of(rule.from(addresses(axis, spans)));
            case PROTOCOL -> List.of(rule.over(ProtocolSet.NONE.with(numbers(axis, spans))));
            case SOURCE_PORT -> List.of(rule.sourcePorts(PortSet.NONE.with(numbers(axis, spans))));
            case PORT -> byPortOrType(rule, numbers(axis, spans));
        };
    }

    /** Only protocols that have ports and ICMP ask for this axis. */
    private static List<Rule> byPortOrType(Rule rule, LongIntervals numbers) {
        var ported = rule.over(rule.protocols().intersect(ProtocolSet.PORTED)).ports(PortSet.NONE.with(numbers));
        var types = numbers.intersect(IcmpTypeSet.ANY.intervals());
        var icmp = rule.over(rule.protocols().intersect(ProtocolSet.ICMPS)).types(IcmpTypeSet.NONE.with(types));
        return List.of(ported, icmp).stream()
                .filter(some -> !some.protocols().isEmpty() && !some.icmpTypes().isEmpty())
                .toList();
    }

    private AddressSet addresses(Axis axis, List<int[]> spans) {
        var line = permitted.space().line(axis);
        var family = permitted.space().family();
        return AddressSet.union(spans.stream()
                .map(span ->
                        family.between(line.start(span[0]), line.end(span[1]).subtract(BigInteger.ONE)))
                .toList());
    }

    private LongIntervals numbers(Axis axis, List<int[]> spans) {
        var line = permitted.space().line(axis);
        return Intervals.unionAll(
                spans.stream()
                        .map(span -> LongIntervals.of(
                                line.start(span[0]).longValue(),
                                line.end(span[1]).longValue() - 1))
                        .toList(),
                LongIntervals.NONE);
    }
}
