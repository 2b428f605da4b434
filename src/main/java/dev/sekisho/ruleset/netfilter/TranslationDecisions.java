package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/**
 * Writes down what the chains of address translation make of destinations, in order. Where it is not sure that one
 * applies, the packet may also stay as it is or meet a later one, so all of these count as where it may arrive.
 */
final class TranslationDecisions implements ChainWalk.ChainDecisions {

    private static final Set<String> PASSES = Set.of("LOG", "NFLOG", "ULOG", "MARK", "CONNMARK", "SNAT", "MASQUERADE");
    private static final Set<String> ENDS = Set.of("ACCEPT", "DROP", "REJECT");

    private record Step(ChainRule rule, RuleMatch match, Rewrite rewrite, List<String> doubts) {

        AddressSet inner() {
            return rewrite.inner() == null ? match.destinations() : rewrite.inner();
        }

        PortSet ports() {
            return rewrite.ports() == null ? match.destinationPorts() : rewrite.ports();
        }
    }

    private final AddressSet family;
    private final boolean ownAddresses;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param family the addresses that a packet can have
     * @param ownAddresses the rules are about the device's own addresses, so that it matters to which a redirection leads
     */
    TranslationDecisions(AddressSet family, boolean ownAddresses) {
        this.family = family;
        this.ownAddresses = ownAddresses;
    }

    @Override
    public boolean passes(String verdict) {
        return PASSES.contains(verdict);
    }

    @Override
    public void decide(ChainRule rule, RuleMatch match, List<String> doubts) {
        var all = new ArrayList<>(doubts);
        if (!match.sourcePorts().isAny() || !match.icmpTypes().isAny()) {
            all.add("depends on the source port or the message type");
        }
        steps.add(new Step(rule, match, rewrite(rule, all), List.copyOf(all)));
    }

    private Rewrite rewrite(ChainRule rule, List<String> doubts) {
        var target = rule.target();
        var known = target.rewrite();
        if (known != null) {
            // the address of the interface the packet comes in by, which nobody states
            return ownAddresses && target.name().equals("REDIRECT") ? Rewrite.to(family, known.ports()) : known;
        }
        if (ENDS.contains(target.name())) {
            return Rewrite.NOTHING;
        }
        doubts.add("what target " + Redaction.value(target.name()) + " makes of a destination is not modelled");
        return Rewrite.to(family, PortSet.ANY);
    }

    /** What was written down, the first that matches wins. */
    void write(RuleCollector rules) {
        var all = new LinkedList<Translation>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            var step = steps.get(i);
            if (!step.doubts().isEmpty()) {
                rules.note(
                        step.rule().line(), "this translation may apply or not: " + String.join("; ", step.doubts()));
            }
            // behind the last one everything stays as it is anyway
            if (!all.isEmpty() || !step.rewrite().equals(Rewrite.NOTHING)) {
                all.addAll(0, translations(step, i));
            }
        }
        all.forEach(rules::translate);
    }

    private List<Translation> translations(Step step, int index) {
        var rewrite = step.doubts().isEmpty() ? step.rewrite() : perhaps(step, index);
        return rewrite.of(step.match(), step.rule().line(), step.rule().text());
    }

    /** Wherever a packet can arrive that this one perhaps takes. */
    private Rewrite perhaps(Step step, int index) {
        var inner = step.inner().union(step.match().destinations());
        var ports = step.ports().union(step.match().destinationPorts());
        var portsStay = step.rewrite().ports() == null;
        for (var later : steps.subList(index + 1, steps.size())) {
            if (!later.match().and(step.match()).isEmpty()) {
                inner = inner.union(later.inner());
                ports = ports.union(later.ports());
                portsStay &= later.rewrite().ports() == null;
            }
        }
        return Rewrite.to(inner, portsStay ? null : ports);
    }
}
