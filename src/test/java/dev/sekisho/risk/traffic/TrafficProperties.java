package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TrafficAnswer.Verdict;
import java.util.LinkedHashSet;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RuleSets.class)
class TrafficProperties {

    @Property(tries = 300)
    void answersForAllPacketsOfAFlow(@ForAll RuleSet rules, @ForAll Flow flow) {
        var answer = Traffic.of(rules).query(flow);

        var walk = new RuleWalk(rules);
        var asked = RuleSets.packets().stream()
                .filter(packet -> RuleWalk.matches(flow.asRule(), packet))
                .map(walk::decide)
                .toList();
        var permitted = asked.stream().anyMatch(decision -> decision.action() == Action.PERMIT);
        var denied = asked.stream().anyMatch(decision -> decision.action() == Action.DENY);
        assertThat(answer.verdict())
                .isEqualTo(
                        permitted ? denied ? Verdict.PERMITTED_SOME : Verdict.PERMITTED_ALL : Verdict.PERMITTED_NONE);
        assertThat(answer.permitted() != null).isEqualTo(permitted);
        assertThat(answer.denied() != null).isEqualTo(denied);
        var deciding = new LinkedHashSet<Rule>();
        asked.stream().map(Decision::rule).filter(Objects::nonNull).forEach(deciding::add);
        assertThat(answer.decidedBy()).containsExactlyInAnyOrderElementsOf(deciding);
    }
}
