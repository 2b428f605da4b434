package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Addressing;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.rule.TrafficAnswer;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.risk.traffic.set.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A compiled rule set, to be asked about packets and about whole sets of them; costs its compilation once. */
public final class Traffic {

    private final RuleSet rules;
    private final RuleWalk walk;
    private final Translations translations;
    private final List<Compiled> families;

    private Traffic(RuleSet rules, List<Compiled> families) {
        this.rules = rules;
        this.walk = new RuleWalk(rules);
        this.translations = Translations.of(rules);
        this.families = families;
    }

    /** @throws TooComplexException if the rules interact in more ways than can be held */
    public static Traffic of(RuleSet rules) {
        var families = Arrays.stream(Family.values())
                .map(family -> Compiled.of(family, rules, List.of()))
                .toList();
        return new Traffic(rules, families);
    }

    /** About how many kilobytes of memory it takes. */
    public int kilobytes() {
        return 1
                + families.stream()
                        .mapToInt(family -> family.diagram().nodes().edges() / 128)
                        .sum();
    }

    public Decision decide(Packet packet) {
        return walk.decide(packet);
    }

    /** As the partner of a packet that arrives sends it. */
    public Translations translations() {
        return translations;
    }

    /** What becomes of the packets of this flow in real addresses, over all source ports. */
    public TrafficAnswer query(Flow flow) {
        var asked = flow.asRule();
        return TrafficAnswer.of(decidingRules(asked), find(asked, Compiled.PERMITTED), find(asked, Compiled.DENIED));
    }

    /**
     * What becomes of the packets of this flow where its destination is one of the given kind.
     *
     * @throws TooComplexException if too many translations take a part of it
     */
    public TrafficAnswer query(Flow flow, Addressing addressing) {
        var arriving = addressing == Addressing.REAL ? List.of(flow) : translations.arriving(flow);
        if (arriving.equals(List.of(flow))) {
            return query(flow).addressed(translates() ? addressing : Addressing.EITHER);
        }
        var sent = TrafficAnswer.of(arriving.stream().map(this::query).toList()).addressed(Addressing.PARTNER);
        return addressing == Addressing.PARTNER ? sent : query(flow).orMoreOpen(sent);
    }

    private boolean translates() {
        return !rules.translations().isEmpty();
    }

    private @Nullable Decision find(Rule asked, IntPredicate verdict) {
        for (var family : families) {
            var packet = family.find(asked, verdict);
            if (packet != null) {
                return walk.decide(packet);
            }
        }
        return null;
    }

    private List<Rule> decidingRules(Rule asked) {
        var devices = rules.devices().stream()
                .map(device -> overlapping(device, asked))
                .toList();
        var found = new ArrayList<Rule>();
        for (int at = 0; at < devices.size(); at++) {
            found.addAll(decidingRules(devices.subList(0, at), devices.get(at).rules(), asked));
        }
        return found;
    }

    private static RuleSet overlapping(RuleSet device, Rule asked) {
        return device.with(
                device.rules().stream().filter(rule -> rule.mayOverlap(asked)).toList());
    }

    private static List<Rule> decidingRules(List<RuleSet> before, List<Rule> candidates, Rule asked) {
        var found = new TreeSet<Integer>();
        for (var family : Family.values()) {
            for (var cube : Cube.of(asked, family)) {
                found.addAll(deciding(family, before, candidates, asked, cube));
            }
        }
        return found.stream().map(candidates::get).toList();
    }

    /** Which of the candidates is the first to match some packet of the cube that the devices before let through. */
    private static List<Integer> deciding(
            Family family, List<RuleSet> before, List<Rule> candidates, Rule asked, Cube cube) {
        var cutBy = new ArrayList<>(candidates);
        cutBy.add(asked);
        before.forEach(device -> cutBy.addAll(device.rules()));
        var diagram = new Diagram(Space.of(family, cutBy));
        var maps = new int[candidates.size() + 1];
        maps[0] = diagram.cube(cube, FirstMatch.NO_RULE, FirstMatch.PERMIT);
        for (var device : before) {
            var passed = Compiled.of(diagram, device).root();
            maps[0] = diagram.combine(Traffic::stillAsked, maps[0], passed);
        }
        for (int i = 0; i < candidates.size(); i++) {
            maps[i + 1] = Compiled.map(diagram, candidates.get(i), Diagram.leaf(i + 2));
        }
        var first = diagram.combine(new FirstMatch(), maps, FirstMatch.NO_RULE);
        return Leaves.of(diagram, first).stream()
                .filter(leaf -> leaf > 1)
                .map(leaf -> leaf - 2)
                .toList();
    }

    /** Nobody asks any more what becomes of a packet that a device before denied. */
    private static int stillAsked(int asked, int passed) {
        if (asked == FirstMatch.PERMIT || passed == FirstMatch.DENY) {
            return FirstMatch.PERMIT;
        }
        return passed == FirstMatch.PERMIT ? asked : Diagram.OPEN;
    }
}
