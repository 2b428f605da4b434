package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.score.Knowledge.Doubt;
import dev.sekisho.risk.score.Knowledge.Kind;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnowledgeTest {
    private static final LocalDate TODAY = Estates.EVE;
    private static final LocalDate FRESH = TODAY.minusDays(30);
    private static final AddressSet OFFICE = AddressSet.of("10.1.0.0/16");
    private static final Rule HTTPS = Rule.permit().to("10.1.0.7").tcp("443");
    private static final RuleSet WHOLE = RuleSet.of(HTTPS);

    private static Knowledge known(
            FilterState state, @Nullable LocalDate inspected, @Nullable RuleSet rules, AddressSet landing) {
        var firewall = new Firewall(state, null, inspected, null, null);
        Link link = Estates.mitsubishiPower()
                .build()
                .connectionPoints()
                .get("msp-point")
                .with(Filtering.by(firewall, rules));
        var traffic = rules == null
                ? null
                : TrafficSummary.measure(
                        rules.within(landing),
                        new Boundary(AddressSet.of("198.51.100.0/24"), landing, landing),
                        List.of());
        return Knowledge.of(link, Posture.of(firewall, traffic, Models.CURRENT.evidence(), TODAY, Completion.WORST));
    }

    private static Knowledge known(FilterState state, @Nullable LocalDate inspected, @Nullable RuleSet rules) {
        return known(state, inspected, rules, OFFICE);
    }

    private static RuleSet noted(String note, Rule... rules) {
        return new RuleSet(List.of(rules), Action.DENY, List.of(note));
    }

    @Test
    void isProvenOnlyByRulesReadWholeBehindAFirewallSomebodyVerified() {
        assertThat(known(FilterState.VERIFIED, FRESH, WHOLE).kind()).isEqualTo(Kind.PROVEN);
        assertThat(known(FilterState.VERIFIED, FRESH, WHOLE).doubts()).isEmpty();
    }

    @Test
    void isProvenHoweverMuchThatIs() {
        assertThat(known(FilterState.VERIFIED, FRESH, RuleSet.of(Rule.permit())).kind())
                .isEqualTo(Kind.PROVEN);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, , UNKNOWN",
        "VERIFIED, , DECLARED",
        "VERIFIED, 2020-08-07, DECLARED",
        "UNVERIFIED, 2020-08-07, DECLARED",
        "HOST_ONLY, 2020-08-07, DECLARED",
        "PLANNED, , DECLARED",
        "NONE, , DECLARED"
    })
    void isWhatSomebodySaidWhereThereAreNoRules(FilterState state, @Nullable LocalDate inspected, Kind kind) {
        assertThat(known(state, inspected, null)).isEqualTo(new Knowledge(kind, Set.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "PLANNED"})
    void takesNoProofFromTheRulesOfAFirewallThatIsNotThere(FilterState state) {
        assertThat(known(state, FRESH, WHOLE).kind()).isEqualTo(Kind.DECLARED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, , NOT_STATED",
        "VERIFIED, , UNDATED",
        "VERIFIED, 2019-08-07, STALE",
        "VERIFIED, 2016-08-07, STALE",
        "VERIFIED, 2020-09-20, STALE",
        "UNVERIFIED, 2020-08-07, NOT_VERIFIED",
        "HOST_ONLY, 2020-08-07, NOT_VERIFIED"
    })
    void doubtsRulesOfWhichNobodyVerifiedThatTheyFilter(FilterState state, @Nullable LocalDate inspected, Doubt doubt) {
        assertThat(known(state, inspected, WHOLE).kind()).isEqualTo(Kind.DOUBTFUL);
        assertThat(known(state, inspected, WHOLE).doubts()).containsExactly(doubt);
    }

    @Test
    void doubtsRulesThatWereNotReadWhole() {
        var opaque = RuleSet.of(HTTPS, Rule.permit().opaque("an unknown module"));

        assertThat(known(FilterState.VERIFIED, FRESH, opaque).doubts()).containsExactly(Doubt.OPAQUE_RULES);
        assertThat(known(FilterState.VERIFIED, FRESH, noted("a deny counts as not matching", HTTPS))
                        .doubts())
                .containsExactly(Doubt.NOTES);
        assertThat(known(FilterState.VERIFIED, FRESH, WHOLE, AddressSet.NONE).doubts())
                .containsExactly(Doubt.NOT_MEASURED);
    }

    @Test
    void doubtsNothingThatIsSaidOfAFamilyTheZoneDoesNotHave() {
        var silence = "nothing is said of IPv6";
        var rules = noted(silence, HTTPS, Rule.permit().to("::/0").opaque(silence));
        var both = AddressSet.of("10.1.0.0/16", "2001:db8:1::/48");

        assertThat(known(FilterState.VERIFIED, FRESH, rules).kind()).isEqualTo(Kind.PROVEN);
        assertThat(known(FilterState.VERIFIED, FRESH, rules, both).doubts())
                .containsExactly(Doubt.OPAQUE_RULES, Doubt.NOTES);
    }

    @Test
    void doubtsRulesThatAreTooEntangledToBeMeasured() {
        var firewall = new Firewall(FilterState.VERIFIED, null, FRESH, null, null);
        Link link = Estates.mitsubishiPower()
                .build()
                .connectionPoints()
                .get("msp-point")
                .with(Filtering.by(firewall, WHOLE));

        assertThat(Knowledge.of(link, new Posture(FilterState.VERIFIED, 1, 1, null))
                        .doubts())
                .containsExactly(Doubt.NOT_MEASURED);
    }
}
