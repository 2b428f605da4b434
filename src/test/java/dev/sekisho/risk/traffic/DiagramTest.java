package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.Family;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagramTest {

    @Test
    void givesEqualMapsEqualReferences() {
        var low = Rule.permit().to("10.9.0.0/17");
        var high = Rule.permit().to("10.9.128.0/17");
        var halves = RuleSet.of(low, high);
        var diagram = new Diagram(Space.of(Family.FOUR, halves.rules()));

        var forward = Compiled.of(diagram, halves);
        var backward = Compiled.of(diagram, RuleSet.of(high, low));

        assertThat(forward.root()).isEqualTo(backward.root());
    }

    @Test
    void isALeafWhereNothingDepends() {
        assertThat(Compiled.of(Family.FOUR, RuleSet.of(), List.of()).root()).isEqualTo(FirstMatch.DENY);
        assertThat(Compiled.of(Family.SIX, RuleSet.of(Rule.permit()), List.of()).root())
                .isEqualTo(FirstMatch.PERMIT);
    }

    @Test
    void refusesToGrowBeyondItsLimit() {
        var rules = IntStream.range(0, 100)
                .mapToObj(host -> Rule.permit().to("10.9.0." + 2 * host).tcp("" + host))
                .toArray(Rule[]::new);
        var diagram = new Diagram(Space.of(Family.FOUR, List.of(rules)), 200);

        assertThatThrownBy(() -> Compiled.of(diagram, RuleSet.of(rules)))
                .isInstanceOf(TooComplexException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("More than 200 parts");
    }
}
