package dev.sekisho.risk.score;

import static dev.sekisho.risk.score.Completion.BEST;
import static dev.sekisho.risk.score.Completion.HIGHEST;
import static dev.sekisho.risk.score.Completion.WORST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionTest {
    @Test
    void takesAnUnknownCriticalityForTheHighestOrNone() {
        assertThat(WORST.criticality(null)).isEqualTo(100);
        assertThat(BEST.criticality(null)).isZero();
        assertThat(WORST.criticality(40)).isEqualTo(40);
        assertThat(BEST.criticality(40)).isEqualTo(40);
    }

    @Test
    void takesUnknownPrivilegesForGrantedOrNot() {
        assertThat(WORST.privileged(null)).isTrue();
        assertThat(BEST.privileged(null)).isFalse();
        assertThat(WORST.privileged(false)).isFalse();
        assertThat(BEST.privileged(true)).isTrue();
    }

    @Test
    void takesAnUnknownZoneForOneThatFacesTheInternetOrNot() {
        assertThat(WORST.facesInternet(Environment.UNKNOWN)).isTrue();
        assertThat(BEST.facesInternet(Environment.UNKNOWN)).isFalse();
        assertThat(BEST.facesInternet(Environment.DMZ)).isTrue();
        assertThat(WORST.facesInternet(Environment.OFFICE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Authentication.class)
    void replacesOnlyAnUnknownAuthentication(Authentication known) {
        assertThat(WORST.authentication(known)).isEqualTo(known);
        assertThat(BEST.authentication(known))
                .isEqualTo(known == Authentication.UNKNOWN ? Authentication.PHISHING_RESISTANT_MFA : known);
    }

    @ParameterizedTest
    @EnumSource(Egress.class)
    void replacesOnlyAnUnknownEgress(Egress known) {
        assertThat(WORST.egress(known)).isEqualTo(known);
        assertThat(BEST.egress(known)).isEqualTo(known == Egress.UNKNOWN ? Egress.DENY_BY_DEFAULT : known);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void replacesOnlyAnUnknownAccess(Access known) {
        assertThat(WORST.access(known)).isEqualTo(known);
        assertThat(BEST.access(known)).isEqualTo(known == Access.UNKNOWN ? Access.JUST_IN_TIME : known);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void replacesOnlyAnUnknownTransport(Transport known) {
        assertThat(WORST.transport(known)).isEqualTo(known);
        assertThat(BEST.transport(known)).isEqualTo(known == Transport.UNKNOWN ? Transport.DEDICATED_ENCRYPTED : known);
    }

    @Test
    void takesUnknownMonitoringForCompleteAtBest() {
        assertThat(WORST.monitoring(Monitoring.UNKNOWN)).isEqualTo(Monitoring.UNKNOWN);
        assertThat(BEST.monitoring(Monitoring.UNKNOWN)).isEqualTo(new Monitoring(true, true, true, Integer.MAX_VALUE));
        var known = new Monitoring(false, false, false, 30);
        assertThat(BEST.monitoring(known)).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void takesAnUndecidedMatchForNoneAtBest(Verdict verdict) {
        var match = new Match("i", "CVE-1", verdict, "range", "2.0", null);
        boolean undecided = verdict == Verdict.UNKNOWN || verdict == Verdict.CONFLICT;

        assertThat(WORST.match(match)).isEqualTo(match);
        assertThat(BEST.match(match).verdict()).isEqualTo(undecided ? Verdict.NOT_AFFECTED : verdict);
        assertThat(BEST.match(match).fixVersion()).isEqualTo("2.0");
    }

    @Test
    void takesWhatNoSourceCanDecideForProvenAtTheUpperEndOnly() {
        var possible = new Match("i", "CVE-1", Verdict.UNKNOWN, "no range", "2.0", null).leftOpen();

        assertThat(WORST.match(possible).live()).isFalse();
        assertThat(BEST.match(possible).live()).isFalse();
        assertThat(HIGHEST.match(possible).live()).isTrue();
        var ours = new Match("i", "CVE-1", Verdict.UNKNOWN, "range", "2.0", null);
        assertThat(WORST.match(ours).live()).isTrue();
        assertThat(HIGHEST.match(ours)).isEqualTo(ours);
    }

    @Test
    void takesAnUnratedAdvisoryForHarmlessAtBest() {
        var unrated = new Advisory("CVE-1", "t", "CVE-1", true, Hazard.UNKNOWN, null);

        assertThat(WORST.advisory(unrated)).isEqualTo(unrated);
        assertThat(BEST.advisory(unrated))
                .isEqualTo(new Advisory(
                        "CVE-1", "t", "CVE-1", true, new Hazard(0.0, 0.0, false, null, false, Impact.PARTIAL), null));
        var rated =
                new Advisory("CVE-1", "t", "CVE-1", true, new Hazard(9.8, 0.5, true, null, true, Impact.TOTAL), null);
        assertThat(BEST.advisory(rated)).isEqualTo(rated);
    }
}
