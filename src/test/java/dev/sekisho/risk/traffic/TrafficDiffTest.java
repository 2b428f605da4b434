package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficDiffTest {

    private static final Rule WEB = Rule.permit().to("10.9.0.7").tcp("443").at(1, "web");
    private static final Rule SSH = Rule.permit().to("10.9.0.7").tcp("22").at(2, "ssh");

    @Test
    void showsWhatWasAddedAndRemoved() {
        var diff = TrafficDiff.between(RuleSet.of(WEB), RuleSet.of(SSH));

        assertThat(diff.added())
                .extracting(Decision::toString)
                .containsExactly("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:22 by ssh");
        assertThat(diff.removed())
                .extracting(Decision::toString)
                .containsExactly("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:443 by web");
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void takesOrderAndNamesForNoDrift() {
        assertThat(TrafficDiff.between(RuleSet.of(WEB, SSH), RuleSet.of(SSH.at(7, "secure shell"), WEB))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void namesEveryRuleThatAdds() {
        assertThat(TrafficDiff.between(RuleSet.of(), RuleSet.of(WEB, SSH)).added())
                .extracting(Decision::rule)
                .containsExactlyInAnyOrder(WEB, SSH);
    }

    @Test
    void blamesTheDefaultActionOncePerFamily() {
        var diff = TrafficDiff.between(RuleSet.of(), RuleSet.of().orElse(Action.PERMIT));

        assertThat(diff.added())
                .extracting(Decision::toString)
                .containsExactly(
                        "PERMIT tcp 198.51.100.7:40000 -> 0.0.0.1:443 by default action",
                        "PERMIT tcp [2001:db8:ffff::7]:40000 -> [::1]:443 by default action");
    }

    @Test
    void stopsWhereMoreWitnessesTellNothingNew() {
        var many = IntStream.range(0, 50)
                .mapToObj(host -> Rule.permit().to("10.9.0." + host))
                .toArray(Rule[]::new);

        assertThat(TrafficDiff.between(RuleSet.of(), RuleSet.of(many)).added()).hasSize(Measuring.MOST_WITNESSES);
    }
}
