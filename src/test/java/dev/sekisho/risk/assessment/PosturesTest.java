package dev.sekisho.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PosturesTest {
    private static final LocalDate FRESH = Estates.EVE.minusDays(30);
    private static final LocalDate OLD = Estates.EVE.minusYears(5);
    private static final Rule HTTPS = Rule.permit().to("10.1.0.7").tcp("443");
    private static final Rule SILENT = Rule.permit().to("::/0").opaque("nothing is said of IPv6");
    private static final Rule UNREAD = Rule.permit().opaque("an unknown module");

    private static Posture posture(Estate estate, Completion unknown) {
        Step step = Step.first();
        var input = new AssessmentInput(estate, Estates.EVE, Models.CURRENT, step);
        return new Postures(input, unknown, step).points.get(input.points.at("msp-point"));
    }

    private static Estate withRules(Rule... rules) {
        return Estates.mitsubishiPower()
                .withFirewallAt("msp-point", RuleSet.of(rules))
                .build();
    }

    private static Estate withAddresses(Estate estate, AddressSet addresses) {
        return estate.toBuilder()
                .add(estate.zones().get("office").with(addresses))
                .build();
    }

    @Test
    void takesALinkWithoutAFilterAsOpen() {
        var posture = posture(Estates.mitsubishiPower().build(), Completion.WORST);

        assertThat(posture.filter()).isEqualTo(FilterState.NONE);
        assertThat(posture.openness()).isEqualTo(1);
        assertThat(posture.unfiltered()).isTrue();
    }

    @Test
    void measuresTheRulesOfAFilter() {
        var posture = posture(withRules(HTTPS), Completion.WORST);

        assertThat(posture.filter()).isEqualTo(FilterState.VERIFIED);
        assertThat(posture.openness()).isBetween(.02, .04);
        assertThat(posture.riskyService()).isZero();
    }

    @Test
    void leavesOutWhatCouldNotBeModelledOnlyForTheBestCase() {
        var estate = withRules(HTTPS, UNREAD);

        assertThat(posture(estate, Completion.WORST).openness()).isEqualTo(1);
        assertThat(posture(estate, Completion.BEST).openness()).isLessThan(.04);
    }

    @Test
    void asksForIpv6OnlyWhereItIsUsed() {
        var four = withRules(HTTPS, SILENT);
        var both = withAddresses(four, AddressSet.of("10.1.0.0/16", "2001:db8:1::/48"));

        assertThat(posture(four, Completion.WORST).openness()).isLessThan(.04);
        assertThat(posture(four, Completion.WORST).traffic().opaque()).isEmpty();
        assertThat(posture(both, Completion.WORST).openness()).isEqualTo(1);
        assertThat(posture(both, Completion.WORST).traffic().opaque()).containsExactly(SILENT);
    }

    @Test
    void asksForIpv4OnlyWhereItIsUsed() {
        var silent = Rule.permit().to("0.0.0.0/0").opaque("nothing is said of IPv4");
        var both = withRules(silent);
        var six = onlyIpv6(both);

        assertThat(posture(both, Completion.WORST).openness()).isEqualTo(1);
        assertThat(posture(six, Completion.WORST).openness()).isZero();
        assertThat(posture(six, Completion.WORST).traffic().opaque()).isEmpty();
    }

    private static Estate onlyIpv6(Estate estate) {
        var builder = estate.toBuilder();
        for (Zone zone : estate.zones().values()) {
            builder.add(zone.with(zone.cidrs().isEmpty() ? AddressSet.NONE : AddressSet.of("2001:db8:1::/48")));
        }
        return builder.build();
    }

    @Test
    void measuresAgainWhenAZoneGetsOtherAddresses() {
        var estate = withRules(Rule.permit().to("10.9.0.0/24"));

        assertThat(posture(estate, Completion.WORST).permitsNothing()).isTrue();
        assertThat(posture(withAddresses(estate, AddressSet.of("10.9.0.0/24")), Completion.WORST)
                        .openness())
                .isEqualTo(1);
    }

    @Test
    void takesTheBestOfWhatNobodyTold() {
        assertThat(posture(withState(FilterState.UNKNOWN, FRESH), Completion.BEST)
                        .filter())
                .isEqualTo(FilterState.VERIFIED);
        assertThat(posture(withState(FilterState.VERIFIED, null), Completion.BEST)
                        .filter())
                .isEqualTo(FilterState.VERIFIED);
        assertThat(posture(withState(FilterState.UNVERIFIED, FRESH), Completion.BEST)
                        .filter())
                .isEqualTo(FilterState.UNVERIFIED);
    }

    @Test
    void knowsAtBestTooThatOldEvidenceIsOld() {
        assertThat(posture(withState(FilterState.VERIFIED, OLD), Completion.BEST))
                .isEqualTo(posture(withState(FilterState.VERIFIED, OLD), Completion.WORST));
    }

    @Test
    void takesTheWorstOfAStateThatIsUnknownOrOld() {
        assertThat(posture(withState(FilterState.UNKNOWN, FRESH), Completion.WORST)
                        .filter())
                .isEqualTo(FilterState.UNKNOWN);
        assertThat(posture(withState(FilterState.VERIFIED, OLD), Completion.WORST)
                        .filter())
                .isNotEqualTo(FilterState.VERIFIED);
    }

    private static Estate withState(FilterState state, @Nullable LocalDate inspectedOn) {
        return Estates.mitsubishiPower()
                .withFirewall("msp-point", new Firewall(state, null, inspectedOn, null, Estates.EVE))
                .build();
    }

    @Test
    void missesNoApprovalThatHolds() {
        var flow = Flow.tcp("198.51.100.0/24", "10.1.0.7", "443");

        assertThat(unapproved(new ApprovedFlow(flow, "o", "n", Estates.EVE))).isEmpty();
        assertThat(unapproved(new ApprovedFlow(flow, "o", "n", Estates.EVE.minusDays(1))))
                .isNotEmpty();
    }

    private static List<Decision> unapproved(ApprovedFlow approved) {
        Estate estate = Estates.mitsubishiPower()
                .withFirewallAt("msp-point", RuleSet.of(HTTPS))
                .withApproved("msp-point", approved)
                .build();
        return posture(estate, Completion.WORST).traffic().unapproved().stream()
                .filter(decision -> !decision.packet().source().contains(":"))
                .toList();
    }

    @Test
    void knowsNothingOfAZoneWithoutAddresses() {
        var estate = withAddresses(withRules(HTTPS), AddressSet.NONE);

        assertThat(posture(estate, Completion.WORST).openness()).isEqualTo(1);
        assertThat(posture(estate, Completion.WORST).traffic().isAssessable()).isFalse();
    }
}
