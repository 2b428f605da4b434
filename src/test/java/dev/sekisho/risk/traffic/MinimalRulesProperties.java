package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

@Domain(RuleSets.class)
class MinimalRulesProperties {

    @Property(tries = 200)
    void permitsWhatIsApprovedAndPassesTodayAndNothingElse(
            @ForAll RuleSet now, @ForAll("fewFlows") List<Flow> approved) {
        var minimal = new RuleWalk(MinimalRules.of(now, approved));
        var today = new RuleWalk(now);

        assertThat(RuleSets.packets()).allMatch(packet -> {
            var wanted = today.decide(packet).action() == Action.PERMIT
                    && approved.stream().anyMatch(flow -> RuleWalk.matches(flow.asRule(), packet));
            return (minimal.decide(packet).action() == Action.PERMIT) == wanted;
        });
    }

    @Property(tries = 200)
    void holdsNoRuleThatAnotherCovers(@ForAll RuleSet now, @ForAll("fewFlows") List<Flow> approved) {
        assertThat(Anomalies.of(MinimalRules.of(now, approved)).shadowed()).isEmpty();
    }

    @Provide
    Arbitrary<List<Flow>> fewFlows() {
        return new RuleSets().flows().list().ofMaxSize(3);
    }
}
