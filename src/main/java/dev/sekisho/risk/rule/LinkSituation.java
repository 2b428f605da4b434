package dev.sekisho.risk.rule;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.TrafficSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A link that is up, with all that is known and computed about it.
 *
 * @param today the day it is judged on
 * @param flaws the live flaws of software behind it, worst first
 * @param beyond what is not far behind it
 * @param tellsFor the links behind the same rules, this one included, where it is here that is told what is wrong with
 *     these rules for all of them; else none
 */
public record LinkSituation(
        Estate estate,
        LocalDate today,
        Link link,
        Posture posture,
        Kept kept,
        List<Flaw> flaws,
        Beyond beyond,
        List<Link> tellsFor) {

    /**
     * How it is kept.
     *
     * @param exposureMilli E in milli-points
     * @param hosts those it lands on: the one it names, where that stands in its zone, else all of the zone
     * @param seen what would be seen of whoever comes over it, as the score takes it
     * @param logins passwords and identity providers on the way of a third party that open more than this
     * @param firewall what is its firewall, or may be, and first runs out of support
     */
    public record Kept(
            int exposureMilli,
            List<Asset> hosts,
            Monitoring seen,
            List<SharedLogins.Login> logins,
            @Nullable Installation firewall) {}

    /**
     * What is not far behind a link.
     *
     * @param crowns crown jewels at most one break away, the nearest and then the most critical first
     * @param organizations those at most one break away other than the one it lands in, with their distance
     * @param testZones keys of the TEST zones that a route of at most two breaks to a crown jewel passes
     * @param landings by key of each zone where one lands over it, how many breaks that takes, two at most; without those
     *     that take more
     */
    public record Beyond(
            List<Target> crowns,
            SortedMap<String, Distance> organizations,
            SortedSet<String> testZones,
            SortedMap<String, Integer> landings) {}

    /** E in milli-points. */
    public int exposureMilli() {
        return kept.exposureMilli;
    }

    /** Crown jewels at most one break away, the nearest and then the most critical first. */
    public List<Target> crowns() {
        return beyond.crowns;
    }

    public SortedMap<String, Distance> otherOrganizations() {
        return beyond.organizations;
    }

    public SortedSet<String> testZones() {
        return beyond.testZones;
    }

    /** By key of each zone where one lands over it, how many breaks that takes; without those that take more than two. */
    public SortedMap<String, Integer> landings() {
        return beyond.landings;
    }

    /** Whether a third party comes in here, not another zone of ours. */
    public boolean fromThirdParty() {
        return link instanceof ConnectionPoint;
    }

    /** The connection point, where a third party comes in here. */
    public Optional<ConnectionPoint> connectionPoint() {
        return link instanceof ConnectionPoint point ? Optional.of(point) : Optional.empty();
    }

    /** The zone it leads into. */
    public Zone landing() {
        return requireNonNull(estate.zones().get(link.zone()));
    }

    /** What the rules permit, where they are known and there are addresses to measure them against. */
    public Optional<TrafficSummary> measured() {
        return traffic().filter(TrafficSummary::isAssessable);
    }

    /** What the rules permit, where they are known, even if there are no addresses to measure them against. */
    public Optional<TrafficSummary> traffic() {
        return Optional.ofNullable(posture.traffic());
    }

    /** The crown jewel that takes the fewest breaks, where one is at most one break away. */
    public Optional<Target> nearestCrown() {
        return crowns().stream().findFirst();
    }

    /** Crown jewels exactly so many breaks away. */
    public List<Target> crownsAt(int breaks) {
        return crowns().stream()
                .filter(crown -> crown.distance().atLeast() == breaks)
                .toList();
    }

    /** Its two sides, for a sentence: "Alpha MSP and the zone Company network". */
    public String sides() {
        return otherSide() + " and the zone " + landing().name();
    }

    /** Why any address counts as the other side's, as a sentence after others; empty where that is not stated. */
    public String addressing() {
        return connectionPoint()
                .map(point -> point.addressing().inWords())
                .filter(words -> !words.isEmpty())
                .map(words -> " " + words)
                .orElse("");
    }

    public String otherSide() {
        if (link instanceof ZoneLink inside) {
            return "the zone "
                    + requireNonNull(estate.zones().get(inside.from())).name();
        }
        String thirdParty = ((ConnectionPoint) link).thirdParty();
        return requireNonNull(estate.thirdParties().get(thirdParty)).name();
    }
}
