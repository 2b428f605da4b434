package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.AddressSet;
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

    @Test
    void printsWhatItDoesAndWhatPeopleShouldKnow() {
        var noted = new RuleSet(List.of(Rule.deny().tcp("23")), Action.PERMIT, List.of("a note"));

        assertThat(noted).hasToString("[deny tcp any -> any port 23] else PERMIT [a note]");
        assertThat(RuleSet.of()).hasToString("[] else DENY");
        assertThat(noted.notes()).containsExactly("a note");
    }

    @Test
    void isEqualByContent() {
        var one = new RuleSet(List.of(Rule.permit().from("10.0.0.0/8").tcp("443")), Action.DENY, List.of("a note"));
        var same = new RuleSet(List.of(Rule.permit().from("10.0.0.0/8").tcp("443")), Action.DENY, List.of("a note"));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one)
                .isNotEqualTo(one.orElse(Action.PERMIT))
                .isNotEqualTo(one.with(List.of()))
                .isNotEqualTo(new RuleSet(one.rules(), Action.DENY, List.of("another note")));
    }

    @Test
    void isItselfWhereEverythingCouldBeModelled() {
        var unread = Rule.permit().opaque("an unknown module");
        var plain = RuleSet.of(Rule.deny());
        var mixed = RuleSet.of(Rule.deny(), unread);

        assertThat(plain.modelled()).isSameAs(plain);
        assertThat(mixed.modelled()).isEqualTo(plain).isSameAs(mixed.modelled());
    }

    @Test
    void leavesOutDoubtsAboutAFamilyThatAPlaceDoesNotHave() {
        var four = Rule.permit().to(AddressSet.ANY4).opaque("nothing is said of IPv4");
        var six = Rule.permit().to(AddressSet.ANY6).opaque("nothing is said of IPv6");
        var both = Rule.permit().opaque("an unknown module");
        var set = RuleSet.of(four, six, both, Rule.deny().to(AddressSet.ANY4));

        assertThat(set.within(AddressSet.of("10.0.0.0/8")).opaque()).containsExactly(four, both);
        assertThat(set.within(AddressSet.of("2001:db8::/32")).opaque()).containsExactly(six, both);
        assertThat(set.within(AddressSet.of("10.0.0.0/8", "2001:db8::/32"))).isSameAs(set);
        assertThat(set.within(AddressSet.NONE)).isSameAs(set);
    }
}
