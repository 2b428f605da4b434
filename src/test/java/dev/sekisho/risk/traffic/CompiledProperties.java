package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.set.AddressText;
import dev.sekisho.risk.traffic.set.Family;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RuleSets.class)
class CompiledProperties {

    @Property(tries = 400)
    void decidesEveryPacketAsTheFirstMatchingRule(@ForAll RuleSet rules) {
        var four = Compiled.of(Family.FOUR, rules, List.of());
        var six = Compiled.of(Family.SIX, rules, List.of());
        var walk = new RuleWalk(rules);

        assertThat(RuleSets.packets()).allMatch(packet -> {
            var compiled = AddressText.isSix(packet.source()) ? six : four;
            return compiled.decide(packet) == walk.decide(packet).action();
        });
    }

    @Property(tries = 150)
    void combinesTwoSetsPacketByPacket(@ForAll RuleSet rules, @ForAll RuleSet others) {
        var one = Compiled.of(Family.FOUR, rules, others.rules());
        var other = Compiled.of(one.diagram(), others);
        var both = one.and(other.root());
        var onlyOne = one.minus(other.root());

        assertThat(RuleSets.packets())
                .filteredOn(packet -> !AddressText.isSix(packet.source()))
                .allMatch(packet -> {
                    var mine = one.decide(packet) == Action.PERMIT;
                    var theirs = other.decide(packet) == Action.PERMIT;
                    return (both.decide(packet) == Action.PERMIT) == (mine && theirs)
                            && (onlyOne.decide(packet) == Action.PERMIT) == (mine && !theirs);
                });
    }

    @Property(tries = 250)
    void findsAPacketOfEachVerdictExactlyIfThereIsOne(@ForAll RuleSet rules, @ForAll Flow flow) {
        var compiled = Compiled.of(Family.FOUR, rules, List.of());
        var walk = new RuleWalk(rules);
        var asked = flow.asRule();

        var permitted = compiled.find(asked, Compiled.PERMITTED);
        var denied = compiled.find(asked, Compiled.DENIED);

        assertThat(RuleSets.packets())
                .filteredOn(packet -> !AddressText.isSix(packet.source()) && RuleWalk.matches(asked, packet))
                .allMatch(packet -> (walk.decide(packet).action() == Action.PERMIT ? permitted : denied) != null);
        if (permitted != null) {
            assertThat(RuleWalk.matches(asked, permitted)).isTrue();
            assertThat(walk.decide(permitted).action()).isEqualTo(Action.PERMIT);
        }
        if (denied != null) {
            assertThat(RuleWalk.matches(asked, denied)).isTrue();
            assertThat(walk.decide(denied).action()).isEqualTo(Action.DENY);
        }
    }
}
