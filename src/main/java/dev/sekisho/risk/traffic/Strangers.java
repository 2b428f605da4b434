package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the rules that let in sources nobody registered, and exactly which: each packet is put down to the rule that
 * decides it. A rule for any source is public and lets in nobody in particular.
 */
final class Strangers {

    private static final int FIRST_LEAF = 3;

    private final Family family;
    private final RuleSet rules;
    private final Rule region;
    private final List<RuleSet> others;
    private final List<Rule> narrowed;
    private final Compiled deciding;

    /** @param others the devices before and behind, which let the packets through too */
    private Strangers(Family family, RuleSet rules, List<RuleSet> others, Rule region) {
        this.family = family;
        this.rules = rules;
        this.others = others;
        this.region = region;
        this.narrowed = rules.rules().stream().map(rule -> rule.within(region)).toList();
        this.deciding = deciding();
    }

    static List<UnregisteredSources> of(Family family, RuleSet rules, AddressSet strangers, AddressSet to) {
        if (family.of(strangers).isEmpty() || family.of(to).isEmpty()) {
            return List.of();
        }
        var region = Rule.permit().from(strangers).to(to);
        var found = new ArrayList<UnregisteredSources>();
        for (var device : rules.devices()) {
            var others =
                    rules.devices().stream().filter(other -> other != device).toList();
            found.addAll(new Strangers(family, device, others, region).found());
        }
        return found;
    }

    /** What the packets of the region are decided by, as far as that is a rule that permits and names its sources. */
    private Compiled deciding() {
        var cutBy = new ArrayList<>(narrowed);
        others.forEach(device -> cutBy.addAll(device.rules()));
        var diagram = new Diagram(Space.of(family, cutBy));
        var maps = new int[narrowed.size()];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = Compiled.map(diagram, narrowed.get(i), namesWhomItLetsIn(i) ? leaf(i) : FirstMatch.DENY);
        }
        var decided = diagram.combine(new FirstMatch(), maps, FirstMatch.NO_RULE);
        for (var other : others) {
            var passed = Compiled.of(diagram, other).root();
            decided = diagram.combine(Strangers::wherePassed, decided, passed);
        }
        return new Compiled(diagram, decided);
    }

    private static int wherePassed(int decided, int passed) {
        if (passed == FirstMatch.DENY || decided == FirstMatch.DENY) {
            return FirstMatch.DENY;
        }
        return passed == FirstMatch.PERMIT ? decided : Diagram.OPEN;
    }

    private boolean namesWhomItLetsIn(int rule) {
        var candidate = rules.rules().get(rule);
        return candidate.effect() == Action.PERMIT
                && !family.of(candidate.namedSources()).isEmpty();
    }

    private static int leaf(int rule) {
        return Diagram.leaf(FIRST_LEAF + rule);
    }

    private List<UnregisteredSources> found() {
        var found = new ArrayList<UnregisteredSources>();
        var walk = new RuleWalk(rules);
        for (int i = 0; i < narrowed.size(); i++) {
            var wanted = leaf(i);
            var packet =
                    namesWhomItLetsIn(i) ? deciding.find(narrowed.get(i), leaf -> Diagram.leaf(leaf) == wanted) : null;
            if (packet != null) {
                var collecting = new Collecting(wanted);
                collecting.visit(deciding.root());
                found.add(new UnregisteredSources(rules.rules().get(i), collecting.sources(), walk.decide(packet)));
            }
        }
        return found;
    }

    /** Collects the sources from which a way leads to a leaf, each node looked at once. */
    private final class Collecting {

        private final int leaf;
        private final BitSet seen = new BitSet();
        private final List<AddressSet> sources = new ArrayList<>();

        Collecting(int leaf) {
            this.leaf = leaf;
        }

        AddressSet sources() {
            return AddressSet.union(sources).intersect(region.sources());
        }

        void visit(int reference) {
            if (reference == leaf) {
                sources.add(AddressSet.ANY);
            } else if (!Diagram.isLeaf(reference) && !seen.get(reference)) {
                seen.set(reference);
                visitEdges(deciding.diagram().nodes().edges(reference));
            }
        }

        private void visitEdges(int[] edges) {
            for (int i = 1, first = 0; i < edges.length; first = edges[i] + 1, i += 2) {
                if (edges[0] != Axis.SOURCE.ordinal()) {
                    visit(edges[i + 1]);
                } else if (leads(edges[i + 1])) {
                    sources.add(between(first, edges[i]));
                }
            }
        }

        private boolean leads(int reference) {
            return Leaves.of(deciding.diagram(), reference).contains(~leaf);
        }

        private AddressSet between(int first, int last) {
            var line = deciding.space().line(Axis.SOURCE);
            return family.between(line.start(first), line.end(last).subtract(BigInteger.ONE));
        }
    }
}
