package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RuleSets.class)
@Domain(DomainContext.Global.class)
class TrafficDiffProperties {

    @Property(tries = 300)
    void isEmptyExactlyIfNoPacketFaresDifferently(@ForAll RuleSet before, @ForAll RuleSet after) {
        var diff = TrafficDiff.between(before, after);

        assertThat(diff.added().isEmpty()).isEqualTo(gained(before, after).isEmpty());
        assertThat(diff.removed().isEmpty()).isEqualTo(gained(after, before).isEmpty());
    }

    @Property(tries = 300)
    void showsPacketsThatReallyDiffer(@ForAll RuleSet before, @ForAll RuleSet after) {
        var diff = TrafficDiff.between(before, after);

        assertThat(diff.added()).allSatisfy(added -> {
            assertThat(new RuleWalk(after).decide(added.packet())).isEqualTo(added);
            assertThat(added.action()).isEqualTo(Action.PERMIT);
            assertThat(new RuleWalk(before).decide(added.packet()).action()).isEqualTo(Action.DENY);
        });
        assertThat(diff.removed()).allSatisfy(removed -> {
            assertThat(new RuleWalk(before).decide(removed.packet())).isEqualTo(removed);
            assertThat(new RuleWalk(after).decide(removed.packet()).action()).isEqualTo(Action.DENY);
        });
    }

    @Property(tries = 200)
    void namesEachDecidingRuleOnce(@ForAll RuleSet before, @ForAll RuleSet after) {
        var added = TrafficDiff.between(before, after).added().stream()
                .map(Decision::rule)
                .filter(Objects::nonNull)
                .toList();

        assertThat(added.stream().distinct().count() * Family.values().length).isGreaterThanOrEqualTo(added.size());
    }

    @Property(tries = 200)
    void isBlindToTheOrderOfDisjointRules(@ForAll RuleSet rules, @ForAll int place) {
        Assume.that(rules.rules().size() > 1);
        var swapped = new ArrayList<>(rules.rules());
        var at = Math.floorMod(place, swapped.size() - 1);
        var one = swapped.get(at);
        Assume.that(!one.mayOverlap(swapped.get(at + 1))
                || one.action() == swapped.get(at + 1).action());
        swapped.set(at, swapped.get(at + 1));
        swapped.set(at + 1, one);

        assertThat(TrafficDiff.between(rules, rules.with(swapped)).isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void isBlindToASplitRuleAndToAShadowedOne(@ForAll RuleSet rules, @ForAll int place) {
        Assume.that(!rules.rules().isEmpty());
        var split = new ArrayList<>(rules.rules());
        var at = Math.floorMod(place, split.size());
        var rule = split.remove(at);
        var half = AddressSet.of("10.0.0.0/31", "2001:db8::/127");
        split.add(at, rule.to(rule.destinations().minus(half)));
        split.add(at, rule.to(rule.destinations().intersect(half)));
        split.add(rule.acting(Action.DENY));
        split.add(rule.acting(Action.PERMIT).at(99, "renamed"));

        assertThat(TrafficDiff.between(rules, rules.with(split)).isEmpty()).isTrue();
    }

    private static List<Packet> gained(RuleSet before, RuleSet after) {
        return RuleSets.packets().stream()
                .filter(packet -> new RuleWalk(before).decide(packet).action() == Action.DENY
                        && new RuleWalk(after).decide(packet).action() == Action.PERMIT)
                .toList();
    }
}
