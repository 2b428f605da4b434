package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RuleSets.class)
@Domain(DomainContext.Global.class)
class TrafficSetProperties {
    private static final Boundary ANYWHERE = new Boundary(AddressSet.NONE, AddressSet.ANY, AddressSet.ANY);

    /** Held against every packet. */
    @Property(tries = 200)
    void tellsWhetherThereIsMore(@ForAll RuleSet before, @ForAll RuleSet after) {
        var beyond = permitted(after, ANYWHERE).beyond(permitted(before, ANYWHERE));

        var more = RuleSets.packets().stream().anyMatch(packet -> permits(after, packet) && !permits(before, packet));
        assertThat(beyond.isEmpty()).isEqualTo(!more);
    }

    @Property(tries = 100)
    void isWrittenTheSameHoweverTheRulesAre(@ForAll RuleSet rules, @ForAll Random random) {
        var permits = new ArrayList<>(rules.rules().stream()
                .filter(rule -> rule.effect() == Action.PERMIT)
                .toList());
        var some = new RuleSet(permits, Action.DENY, List.of());
        var otherwise = new ArrayList<>(permits);
        Collections.shuffle(otherwise, random);
        otherwise.addAll(permits);

        assertThat(permitted(new RuleSet(otherwise, Action.DENY, List.of()), ANYWHERE))
                .isEqualTo(permitted(some, ANYWHERE));
    }

    /** Nothing less than what is counted at the link is covered by an acceptance, and nothing that is approved. */
    @Property(tries = 200)
    void holdsWhatIsUnapprovedAtALink(@ForAll RuleSet rules, @ForAll AddressSet sources, @ForAll AddressSet unclaimed) {
        var link = new Boundary(sources, unclaimed, AddressSet.of("10.0.0.0/30"), AddressSet.of("10.0.0.0/30"));
        var summary = TrafficSummary.measure(rules, link, List.of());

        assertThat(summary.question().unapproved().boxes().isEmpty())
                .isEqualTo(summary.unapproved().isEmpty());
        assertThat(summary.question().unregistered().boxes().isEmpty())
                .isEqualTo(summary.unregistered().isEmpty());
        assertThat(summary.question()
                        .permitted()
                        .beyond(new TrafficSet(List.of(), null))
                        .isEmpty())
                .isEqualTo(summary.permitsNothing());
    }

    /** What another partner behind the same rules is permitted adds nothing here, nor does its leaving. */
    @Property(tries = 100)
    void doesNotGrowWithWhatOthersAreLet(@ForAll RuleSet rules) {
        var mine = AddressSet.of("10.0.0.1");
        var theirs = Rule.permit().from("10.0.0.3");
        var more = new ArrayList<>(rules.rules());
        more.add(theirs);
        var with = rules.with(more);
        var claimed = AddressSet.of("10.0.0.3");

        var before = permitted(rules, link(mine, rules, claimed));
        var after = permitted(with, link(mine, with, claimed));

        assertThat(after.beyond(before)).isEmpty();
        assertThat(before.beyond(after)).isEmpty();
    }

    private static Boundary link(AddressSet sources, RuleSet rules, AddressSet claimed) {
        var unclaimed = rules.namedSources().intersect(claimed.union(sources)).complement();
        return new Boundary(sources, unclaimed, AddressSet.of("10.0.0.0/30"), AddressSet.of("10.0.0.0/30"));
    }

    private static TrafficSet permitted(RuleSet rules, Boundary boundary) {
        return new TrafficQuestion(rules, boundary, List.of()).permitted();
    }

    private static boolean permits(RuleSet rules, Packet packet) {
        return new RuleWalk(rules).decide(packet).action() == Action.PERMIT;
    }
}
