package dev.sekisho.ruleset.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.ruleset.format.Verdicts;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCollectorTest {

    private static final Packet FOUR = Packet.tcp("198.51.100.7", "10.9.0.7", 443);
    private static final Packet SIX = Packet.tcp("2001:db8::7", "2001:db9::7", 443);

    @Test
    void makesADoubtfulPermitFullAndADoubtfulDenyNothing() {
        var rules = new RuleCollector();
        rules.add(Action.DENY, RuleMatch.ANY4, List.of("depends on the moon"), 3, "deny");
        rules.add(Action.PERMIT, RuleMatch.ANY4, List.of("depends on the moon"), 4, "permit");

        assertThat(rules.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.opaque()).isEqualTo("depends on the moon"));
        assertThat(rules.notes()).containsExactly("line 3: this deny counts as not matching: depends on the moon");
    }

    @Test
    void leavesAFamilyOpenThatNobodySpeaksOf() {
        for (var family : DeclaredFamily.values()) {
            var rules = new RuleCollector();
            rules.add(Action.DENY, RuleMatch.ANY, List.of(), 1, "deny everything");
            rules.undecided(family, GuardSelector.unnamed().carryingIpv6(), "nothing is said of it");
            var set = rules.finish(Action.DENY);

            assertThat(Verdicts.decider(set, FOUR).filter(Rule::isOpaque).isPresent())
                    .isEqualTo(family == DeclaredFamily.IPV4);
            assertThat(Verdicts.decider(set, SIX).filter(Rule::isOpaque).isPresent())
                    .isEqualTo(family == DeclaredFamily.IPV6);
            assertThat(set.notes()).containsExactly("nothing is said of it");
        }
    }

    @Test
    void asksForIpv6OnlyWhereTheLinkCarriesIt() {
        var rules = new RuleCollector();
        rules.undecided(DeclaredFamily.IPV6, GuardSelector.unnamed(), "nothing is said of it");

        assertThat(rules.isEmpty()).isTrue();
        assertThat(rules.notes()).containsExactly("nothing is said of it");
    }
}
