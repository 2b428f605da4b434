package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomaliesTest {

    private static final Rule ALL_WEB = Rule.permit().tcp("443").at(1, "all web");
    private static final Rule ONE_WEB = Rule.permit().to("10.9.0.7").tcp("443").at(2, "one web");
    private static final Rule NO_WEB = Rule.deny().to("10.9.0.7").tcp("443").at(3, "no web");

    @Test
    void findsRulesThatCanNeverMatch() {
        var found = Anomalies.of(RuleSet.of(ALL_WEB, ONE_WEB));

        assertThat(found.shadowed()).containsExactly(ONE_WEB);
        assertThat(found.redundant()).isEmpty();
        assertThat(found.shadowsDeny()).isFalse();
    }

    @Test
    void tellsAShadowedDeny() {
        assertThat(Anomalies.of(RuleSet.of(ALL_WEB, NO_WEB)).shadowsDeny()).isTrue();
    }

    @Test
    void findsRulesThatALaterOneRepeats() {
        var found = Anomalies.of(RuleSet.of(ONE_WEB, ALL_WEB));

        assertThat(found.redundant()).containsExactly(ONE_WEB);
        assertThat(found.shadowed()).isEmpty();
    }

    @Test
    void findsADenyThatTheDefaultRepeats() {
        assertThat(Anomalies.of(RuleSet.of(NO_WEB)).redundant()).containsExactly(NO_WEB);
        assertThat(Anomalies.of(RuleSet.of(NO_WEB).orElse(Action.PERMIT)).redundant())
                .isEmpty();
    }

    @Test
    void findsARuleThatSeveralShadowTogether() {
        var low = Rule.permit().to("10.9.0.0/17");
        var high = Rule.permit().to("10.9.128.0/17");
        var both = Rule.deny().to("10.9.0.0/16");

        assertThat(Anomalies.of(RuleSet.of(low, high, both)).shadowed()).containsExactly(both);
    }

    @Test
    void keepsAnExceptionBetweenTwoOfAKind() {
        assertThat(Anomalies.of(RuleSet.of(NO_WEB, ALL_WEB)))
                .isEqualTo(Anomalies.of(RuleSet.of(ALL_WEB)))
                .extracting(Anomalies::redundant)
                .asList()
                .isEmpty();
    }

    @Test
    void claimsNothingBecauseOfWhatCouldNotBeRead() {
        var unread = Rule.permit().opaque("an unknown module").at(1, "line 1");

        assertThat(Anomalies.of(RuleSet.of(unread, ALL_WEB)).shadowed()).isEmpty();
        assertThat(Anomalies.of(RuleSet.of(NO_WEB, unread)).redundant()).isEmpty();
        assertThat(Anomalies.of(RuleSet.of(unread, NO_WEB)).redundant()).containsExactly(NO_WEB);
        assertThat(Anomalies.of(RuleSet.of(NO_WEB, unread.to("10.8.0.0/16"))).redundant())
                .containsExactly(NO_WEB);
    }

    @Test
    void claimsNothingBeyondItsLimit() {
        var found = Anomalies.of(RuleSet.of(ALL_WEB, ONE_WEB), 5);

        assertThat(found.undecided()).containsExactly(ALL_WEB, ONE_WEB);
        assertThat(found.shadowed()).isEmpty();
    }

    @Test
    void decidesRulesThatCrossOneAnother() {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < 250; i++) {
            rules.add(Rule.permit()
                    .from("172.16." + i + ".0/24")
                    .tcp("" + (1000 + i))
                    .at(2 * i, "from " + i));
            rules.add(Rule.deny().to("10.9." + i + ".0/24").tcp("1000-1300").at(2 * i + 1, "to " + i));
        }
        var useless = Rule.permit().from("172.16.7.9").tcp("1007").at(500, "useless");
        var idle = Rule.deny().from("192.0.2.1").at(501, "idle");
        rules.add(useless);
        rules.add(idle);

        var found = Anomalies.of(new RuleSet(rules, Action.DENY, List.of()), 1_000_000);

        assertThat(found.undecided()).isEmpty();
        assertThat(found.shadowed()).containsExactly(useless);
        assertThat(found.redundant()).contains(idle).allMatch(rule -> rule.action() == Action.DENY);
    }
}
