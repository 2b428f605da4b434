package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of the reference replays. */
final class Case {
    private final Exposure exposure;
    private final boolean privileged;
    private final List<Cause> causes = new ArrayList<>();
    private @Nullable Assurance assurance;
    private Harm harm = Harm.NONE;
    private boolean crownWithinOne;
    private boolean open;
    private boolean overdueExploited;
    private boolean weak;

    private Case(Exposure exposure, boolean privileged, Assurance assurance) {
        this.exposure = exposure;
        this.privileged = privileged;
        this.assurance = assurance;
    }

    static Case mitsubishi() {
        return new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.NONE, 1, 1),
                        Authentication.UNKNOWN,
                        .2,
                        Egress.NONE,
                        Access.ALWAYS_ON,
                        new Exposure.Review(null, false),
                        Transport.IP_VPN),
                false,
                new Assurance(400L, .5, Notice.NONE, 0, .5));
    }

    static Case firewalled() {
        return new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.VERIFIED, .08, .3),
                        Authentication.MFA,
                        .9,
                        Egress.DENY_BY_DEFAULT,
                        Access.ALWAYS_ON,
                        new Exposure.Review(30L, false),
                        Transport.IP_VPN),
                false,
                new Assurance(200L, 1, Notice.NONE, 1, .3));
    }

    static Case rmm() {
        return new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.VERIFIED, .05, .7),
                        Authentication.MFA,
                        .4,
                        Egress.NONE,
                        Access.ALWAYS_ON,
                        new Exposure.Review(100L, false),
                        Transport.INTERNET),
                true,
                new Assurance(200L, 1, Notice.NONE, 1, .3));
    }

    static Case screenConnect() {
        var screenConnect = new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.VERIFIED, .05, .7),
                        Authentication.MFA,
                        .5,
                        Egress.PARTIAL,
                        Access.ALWAYS_ON,
                        new Exposure.Review(100L, false),
                        Transport.INTERNET),
                false,
                new Assurance(200L, 1, Notice.NONE, 1, .3));
        screenConnect.overdueExploited = true;
        return screenConnect.with(new Weakness(true, null, false, 10.0, true, 7, false, Reach.THIRD_PARTY));
    }

    static Case edi() {
        var edi = new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.VERIFIED, .12, 0),
                        Authentication.MUTUAL_CERTIFICATE,
                        .6,
                        Egress.PARTIAL,
                        Access.ALWAYS_ON,
                        new Exposure.Review(200L, false),
                        Transport.INTERNET_VPN),
                false,
                new Assurance(300L, .8, Notice.NONE, .5, .4));
        return edi.with(new Weakness(false, .004, false, 6.5, true, 0, false, Reach.THIRD_PARTY));
    }

    static Case wellRun() {
        return new Case(
                new Exposure(
                        new Exposure.Filter(FilterState.VERIFIED, .03, 0),
                        Authentication.PHISHING_RESISTANT_MFA,
                        1,
                        Egress.DENY_BY_DEFAULT,
                        Access.JUST_IN_TIME,
                        new Exposure.Review(60L, false),
                        Transport.DEDICATED_ENCRYPTED),
                false,
                new Assurance(100L, 1, Notice.NONE, 1, .1));
    }

    Case withUnfixedFlaw() {
        open = true;
        return with(new Weakness(true, null, false, null, false, 0, false, Reach.THIRD_PARTY));
    }

    Case withExploitedUnfixedFlaw() {
        open = true;
        return with(new Weakness(true, null, false, 10.0, false, 0, false, Reach.THIRD_PARTY));
    }

    Case withCause(String key, int milliPoints) {
        return withCause(key, milliPoints, milliPoints);
    }

    Case withCause(String key, int milliPoints, int highMilli) {
        causes.add(new Cause(key, milliPoints, highMilli, key));
        return this;
    }

    Case withWeakPrivilege() {
        var weakened = new Case(exposure, true, assurance);
        weakened.causes.addAll(causes);
        weakened.weak = true;
        return weakened;
    }

    Case withoutRating() {
        assurance = new Assurance(
                assurance.assessmentAge(), assurance.covered(), assurance.notice(), assurance.declared(), null);
        return this;
    }

    Case compromised() {
        assurance = new Assurance(
                assurance.assessmentAge(),
                assurance.covered(),
                Notice.COMPROMISED,
                assurance.declared(),
                assurance.rating());
        return this;
    }

    Case betweenZones() {
        assurance = null;
        return this;
    }

    Case reaching(int breaks, int... criticalities) {
        for (int criticality : criticalities) {
            harm = criticality - 15 * breaks > harm.points() ? new Harm(criticality - 15 * breaks, "target") : harm;
            crownWithinOne |= criticality >= 80 && breaks <= 1;
        }
        return this;
    }

    LinkRisk risk() {
        var floors = new Floor.Conditions(
                exposure.filtered().state().absent() || exposure.filtered().openness() >= Posture.NOMINAL,
                crownWithinOne,
                open,
                assurance != null && assurance.notice() == Notice.COMPROMISED,
                overdueExploited,
                privileged,
                weak || exposure.weakAuthentication(Models.CURRENT));
        Share assured = assurance == null ? Share.NONE : Share.of(assurance, Models.CURRENT);
        return LinkRisk.of(
                new LinkRisk.Facts(
                        exposure.weighed(Models.CURRENT), Share.of(causes, Models.CURRENT), assured, harm, floors),
                Models.CURRENT);
    }

    private Case with(Weakness weakness) {
        int score = weakness.factors(Models.CURRENT.vulnerability()).stream()
                .mapToInt(factor -> factor.milli(1))
                .sum();
        return withCause("flaw@product", score);
    }
}
