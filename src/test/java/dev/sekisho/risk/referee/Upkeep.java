package dev.sekisho.risk.referee;

import static dev.sekisho.risk.referee.Lse5.clamp;
import static dev.sekisho.risk.referee.Lse5.milli;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.score.Posture;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a way in is kept, and by whom: what sections 2, 4 and 7 of the model's description add to every term of it. */
final class Upkeep {
    private final Estate estate;
    private final LocalDate today;

    Upkeep(Estate estate, LocalDate today) {
        this.estate = estate;
        this.today = today;
    }

    /** E and P of a connection point. */
    Map<String, Integer> of(ConnectionPoint point, Posture posture) {
        ThirdParty party = estate.thirdParties().get(point.thirdParty());
        var lines = new TreeMap<String, Integer>();
        exposure(point, posture, party.agreement())
                .forEach((code, points) -> lines.put("E." + code, milli(points / 4)));
        lines.put("PRIVILEGED", milli(privileged(point)));
        return saying(lines);
    }

    /** E and S of the supply of software to a zone, of which only the zone says how well it is watched. */
    Map<String, Integer> ofSupply(Zone zone) {
        int seen = seen(zone.monitoring(), detected(zone.monitoring(), estate.assetsIn(zone.key())));
        return saying(Map.of(
                "E.MONITORING", milli(11 * (1 - seen / 4.0) / 4),
                "E.EGRESS", milli(7 * egress(zone.egress()) / 4),
                "SUPPLY", -10_000));
    }

    /** A, N and O of a third party, whichever way it comes. */
    Map<String, Integer> of(String thirdParty) {
        ThirdParty party = estate.thirdParties().get(thirdParty);
        var lines = new TreeMap<String, Integer>();
        assurance(party).forEach((code, points) -> lines.put("A." + code, milli(.08 * points)));
        lines.put("NOTICE", milli(notice(noticeOf(party))));
        lines.put("OFFBOARDED", party.state() == ThirdPartyState.OFFBOARDED ? 8000 : 0);
        return saying(lines);
    }

    /** What adds nothing is left out. */
    private static Map<String, Integer> saying(Map<String, Integer> lines) {
        var some = new TreeMap<>(lines);
        some.values().removeIf(points -> points == 0);
        return some;
    }

    /** Whoever works for it directly and says to be compromised casts doubt on it, and on nobody beyond. */
    private Notice noticeOf(ThirdParty party) {
        boolean doubtful = estate.thirdParties().values().stream()
                .anyMatch(other -> party.key().equals(other.parent()) && other.notice() == Notice.COMPROMISED);
        return doubtful && party.notice() == Notice.NONE ? Notice.SUSPECTED : party.notice();
    }

    /** What the score of a way that is up, or of a third party that has one, does not come below. */
    int floor(String thirdParty) {
        ThirdParty party = estate.thirdParties().get(thirdParty);
        Notice notice = noticeOf(party);
        if (notice == Notice.COMPROMISED) {
            return 70_000;
        }
        boolean doubtful = notice == Notice.SUSPECTED || party.state() == ThirdPartyState.OFFBOARDED;
        return doubtful ? 30_000 : 0;
    }

    static double filter(Posture posture) {
        return Math.max(state(posture.filter()), clamp((posture.openness() - .5) / .4));
    }

    private Map<String, Double> exposure(ConnectionPoint point, Posture posture, @Nullable Agreement agreement) {
        Egress ofZone = estate.zones().get(point.zone()).egress();
        return Map.of(
                "FILTER", 30 * filter(posture),
                "OPENNESS", 15 * posture.openness(),
                "RISKY_SERVICE", 10 * posture.riskyService(),
                "AUTHENTICATION", 12 * authentication(point.authentication()),
                "MONITORING", 11 * (1 - seen(point) / 4.0),
                "EGRESS", 7 * Math.max(egress(point.egress()), egress(ofZone)),
                "STANDING", 5 * standing(point),
                "REVIEW", 5 * review(point.firewall().reviewedOn(), agreement),
                "TRANSPORT", 5 * transport(point));
    }

    private Map<String, Double> assurance(ThirdParty party) {
        Double declared = party.subprocessorsDeclared();
        Double rating = party.externalRating();
        return Map.of(
                "ASSESSMENT", 30 * grown(party.assessedOn(), 365, 365),
                "CLAUSES", 25 * (1 - covered(party.agreement())),
                "SUBPROCESSORS", 10 * (1 - (declared == null ? 0 : declared)),
                "RATING", 15 * (rating == null ? 1 : rating));
    }

    private double covered(@Nullable Agreement agreement) {
        if (absent(agreement)) {
            return 0;
        }
        return agreement.clauses().size() / (double) Clause.values().length;
    }

    private static double notice(Notice notice) {
        return switch (notice) {
            case NONE -> 0;
            case SUSPECTED -> 8;
            case COMPROMISED -> 25;
        };
    }

    private static double privileged(ConnectionPoint point) {
        return Boolean.FALSE.equals(point.privileged()) ? 0 : 2 + 4 * authentication(point.authentication());
    }

    private static double state(FilterState state) {
        return switch (state) {
            case VERIFIED -> 0;
            case UNVERIFIED -> .25;
            case HOST_ONLY -> .5;
            case PLANNED, NONE, UNKNOWN -> 1;
        };
    }

    private static double authentication(Authentication authentication) {
        return switch (authentication) {
            case PHISHING_RESISTANT_MFA -> 0;
            case MUTUAL_CERTIFICATE -> .1;
            case MFA -> .2;
            case PRE_SHARED_KEY -> .5;
            case MFA_WITH_EXEMPTIONS -> .8;
            case SINGLE_FACTOR -> .9;
            case SHARED, NONE, UNKNOWN -> 1;
        };
    }

    private static double egress(Egress egress) {
        return switch (egress) {
            case DENY_BY_DEFAULT -> 0;
            case PARTIAL -> .4;
            case BLOCKLIST -> .8;
            case NONE, UNKNOWN -> 1;
        };
    }

    private static double standing(ConnectionPoint point) {
        return switch (point.access()) {
            case JUST_IN_TIME -> 0;
            case SCHEDULED -> .4;
            case ALWAYS_ON, UNKNOWN -> 1;
        };
    }

    private static double transport(ConnectionPoint point) {
        return switch (point.transport()) {
            case DEDICATED_ENCRYPTED -> .2;
            case IP_VPN -> .5;
            case INTERNET_VPN -> .7;
            case INTERNET, UNKNOWN -> 1;
        };
    }

    private double review(@Nullable LocalDate reviewed, @Nullable Agreement agreement) {
        return absent(agreement) ? 1 : grown(reviewed, 183, 183);
    }

    /** One nobody registered may have expired, and one that has yet to begin is none. */
    private boolean absent(@Nullable Agreement agreement) {
        return agreement == null
                || (agreement.start() != null && agreement.start().isAfter(today))
                || (agreement.end() != null && agreement.end().isBefore(today));
    }

    private double grown(@Nullable LocalDate since, int from, int span) {
        return since == null || since.isAfter(today)
                ? 1
                : clamp((ChronoUnit.DAYS.between(since, today) - from) / (double) span);
    }

    private int seen(ConnectionPoint point) {
        return seen(point.monitoring(), detected(point));
    }

    private static int seen(Monitoring stated, boolean detected) {
        Integer days = stated.logRetentionDays();
        return (Boolean.TRUE.equals(stated.flowLogsToSiem()) ? 1 : 0)
                + (detected ? 1 : 0)
                + (Boolean.TRUE.equals(stated.alertsWatched24x7()) ? 1 : 0)
                + (days != null && days >= 365 ? 1 : 0);
    }

    private boolean detected(ConnectionPoint point) {
        List<Asset> there = estate.assetsIn(point.zone());
        List<Asset> named =
                there.stream().filter(host -> host.key().equals(point.asset())).toList();
        return detected(point.monitoring(), named.isEmpty() ? there : named);
    }

    private static boolean detected(Monitoring stated, List<Asset> hosts) {
        return hosts.isEmpty()
                ? Boolean.TRUE.equals(stated.endpointDetection())
                : hosts.stream()
                        .allMatch(host -> Boolean.TRUE.equals(host.monitoring().endpointDetection()));
    }
}
