package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void tellsWhatCouldNotBeModelled() {
        var unread = Rule.permit().opaque("an unknown module");

        assertThat(RuleSet.of(Rule.deny(), unread).hasOpaque()).isTrue();
        assertThat(RuleSet.of(Rule.deny(), unread).opaque()).containsExactly(unread);
        assertThat(RuleSet.of(Rule.deny()).hasOpaque()).isFalse();
    }

    @Test
    void doesNotChangeWithTheListItCameFrom() {
        var rules = new ArrayList<>(List.of(Rule.deny()));
        var set = new RuleSet(rules, Action.PERMIT, List.of("a note"));

        rules.clear();

        assertThat(set.rules()).containsExactly(Rule.deny());
        assertThat(set.with(List.of())).isEqualTo(new RuleSet(List.of(), Action.PERMIT, List.of("a note")));
    }
}
