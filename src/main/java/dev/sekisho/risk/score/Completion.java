package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands for a fact nobody knows. */
public enum Completion {
    /** The worst, which makes the score; flaws that are merely possible are not counted. */
    WORST,
    /** The best, which makes the lower end of the score. */
    BEST,
    /** The worst, and what sources cannot decide counts as proven: the upper end of the score. */
    HIGHEST;

    public boolean best() {
        return this == BEST;
    }

    public int criticality(@Nullable Integer known) {
        return known != null ? known : best() ? 0 : 100;
    }

    /** A zone of unknown purpose may well face the internet. */
    public boolean facesInternet(Environment environment) {
        return environment == Environment.DMZ || (environment == Environment.UNKNOWN && !best());
    }

    public boolean privileged(@Nullable Boolean known) {
        return known != null ? known : !best();
    }

    public Authentication authentication(Authentication known) {
        return best() && known == Authentication.UNKNOWN ? Authentication.PHISHING_RESISTANT_MFA : known;
    }

    public Egress egress(Egress known) {
        return best() && known == Egress.UNKNOWN ? Egress.DENY_BY_DEFAULT : known;
    }

    Access access(Access known) {
        return best() && known == Access.UNKNOWN ? Access.JUST_IN_TIME : known;
    }

    public Transport transport(Transport known) {
        return best() && known == Transport.UNKNOWN ? Transport.DEDICATED_ENCRYPTED : known;
    }

    /** What nobody told may be well, and seen today; evidence that has grown old is known to be old. */
    Firewall firewall(Firewall known, LocalDate today) {
        if (!best()) {
            return known;
        }
        return known.state() == FilterState.UNKNOWN
                ? known.seen(FilterState.VERIFIED, today)
                : known.seen(known.state(), Objects.requireNonNullElse(known.inspectedOn(), today));
    }

    Monitoring monitoring(Monitoring known) {
        return best()
                ? new Monitoring(
                        !Boolean.FALSE.equals(known.flowLogsToSiem()),
                        !Boolean.FALSE.equals(known.endpointDetection()),
                        !Boolean.FALSE.equals(known.alertsWatched24x7()),
                        Objects.requireNonNullElse(known.logRetentionDays(), Integer.MAX_VALUE))
                : known;
    }

    public Match match(Match known) {
        boolean undecided = known.verdict() == Verdict.UNKNOWN || known.verdict() == Verdict.CONFLICT;
        if (best() && undecided) {
            return known.judged(Verdict.NOT_AFFECTED);
        }
        return this == HIGHEST && known.possible() ? known.judged(known.verdict()) : known;
    }

    public Advisory advisory(Advisory known) {
        return best() ? known.with(best(known.hazard())) : known;
    }

    private static Hazard best(Hazard known) {
        return new Hazard(
                Objects.requireNonNullElse(known.cvss(), 0.0),
                Objects.requireNonNullElse(known.epss(), 0.0),
                known.publicExploit(),
                known.exploited(),
                Boolean.TRUE.equals(known.automatable()),
                known.impact() == Impact.UNKNOWN ? Impact.PARTIAL : known.impact());
    }
}
