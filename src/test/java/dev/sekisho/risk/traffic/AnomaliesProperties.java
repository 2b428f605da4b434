package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RuleSets.class)
class AnomaliesProperties {

    @Property(tries = 150)
    void agreesWithASearchForEachRule(@ForAll RuleSet rules) {
        var found = Anomalies.of(rules);
        var searched = new Effects(rules, 10_000_000);

        for (int i = 0; i < rules.rules().size(); i++) {
            var rule = rules.rules().get(i);
            var effect = found.shadowed().contains(rule)
                    ? Effects.Effect.SHADOWED
                    : found.redundant().contains(rule) ? Effects.Effect.REDUNDANT : Effects.Effect.NEEDED;
            assertThat(effect).as(rule.origin()).isEqualTo(searched.of(i));
        }
    }

    @Property(tries = 150)
    void callsRulesIdleThatNoPacketMisses(@ForAll RuleSet rules) {
        var found = Anomalies.of(rules);

        assertThat(found.undecided()).isEmpty();
        assertThat(rules.rules()).allSatisfy(rule -> {
            var idle = found.shadowed().contains(rule) || found.redundant().contains(rule);
            assertThat(idle).as(rule.origin()).isEqualTo(nobodyMisses(rules, rule));
        });
    }

    @Property(tries = 150)
    void callsRulesShadowedThatDecideNoPacket(@ForAll RuleSet rules) {
        var walk = new RuleWalk(rules);
        var deciding = RuleSets.packets().stream()
                .map(packet -> walk.decide(packet).rule())
                .toList();

        assertThat(Anomalies.of(rules).shadowed())
                .containsExactlyElementsOf(rules.rules().stream()
                        .filter(rule -> !deciding.contains(rule))
                        .toList());
    }

    private static boolean nobodyMisses(RuleSet rules, Rule rule) {
        var fewer = new ArrayList<>(rules.rules());
        fewer.remove(rule);
        var without = new RuleWalk(rules.with(fewer));
        var with = new RuleWalk(rules);
        return RuleSets.packets().stream()
                .filter(packet -> RuleWalk.matches(rule, packet))
                .allMatch(packet ->
                        with.decide(packet).action() == without.decide(packet).action());
    }
}
