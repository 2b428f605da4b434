package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;

/** What the access list of a crypto map sends through its tunnel, seen from either end, and what filters it there. */
final class CiscoTunnelList {

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final boolean asa;

    CiscoTunnelList(CiscoConfiguration device, CiscoGroups groups, boolean asa) {
        this.device = device;
        this.groups = groups;
        this.asa = asa;
    }

    /** The list says "local to remote"; what comes out of the tunnel goes from remote to local. */
    RuleSet carried(String list, Direction direction) {
        if (isMissing(list)) {
            return unknown("what the tunnel carries is said by access list " + Redaction.value(list)
                    + ", which has no entries");
        }
        var carried = new RuleCollector();
        for (var rule : Disjunction.permits(read(list))) {
            var match = Conjunction.match(rule);
            carried.permit(
                    direction == Direction.IN ? match.reversed() : match,
                    Conjunction.doubts(rule),
                    rule.line(),
                    "tunnel: " + rule.origin());
        }
        return carried.finish(Action.DENY);
    }

    /** What this list lets pass; one without a definition or entries filters nothing. */
    RuleSet filter(String list) {
        if (isMissing(list)) {
            return new RuleSet(List.of(), Action.PERMIT, List.of());
        }
        return read(list);
    }

    private boolean isMissing(String list) {
        var found = device.lists.get(list);
        return found == null || new CiscoAccessList(found, groups, asa).isEmpty();
    }

    private RuleSet read(String list) {
        var rules = new RuleCollector();
        new CiscoAccessList(device.lists.get(list), groups, asa).write(rules);
        return rules.finish(Action.DENY);
    }

    static RuleSet unknown(String why) {
        var rules = new RuleCollector();
        rules.permit(RuleMatch.ANY, List.of(why), 0, "tunnel");
        return rules.finish(Action.DENY);
    }

    /** The same permits, where it is not sure that they are all. */
    static RuleSet doubtful(RuleSet set, String doubt) {
        List<Rule> rules = set.rules().stream()
                .map(rule -> rule.effect() == Action.PERMIT && !rule.isOpaque() ? rule.opaque(doubt) : rule)
                .toList();
        return set.with(rules);
    }

    /** Rules about sources as they are after translation: who they were before is not followed. */
    static RuleSet ofOtherSources(RuleSet set) {
        var rules = new RuleCollector();
        set.notes().forEach(rules::note);
        for (var rule : set.rules()) {
            var match = Conjunction.match(rule);
            var any = rule.sources().only4().equals(AddressSet.ANY4);
            var doubts = new ArrayList<>(Conjunction.doubts(rule));
            if (!any) {
                doubts.add("the list speaks of sources after translation");
            }
            rules.addLike(
                    rule,
                    any
                            ? match
                            : new RuleMatch(
                                    rule.sources().union(AddressSet.ANY4),
                                    match.destinations(),
                                    match.protocols(),
                                    match.sourcePorts(),
                                    match.destinationPorts(),
                                    match.icmpTypes()),
                    doubts);
        }
        return rules.finish(set.defaultAction());
    }
}
