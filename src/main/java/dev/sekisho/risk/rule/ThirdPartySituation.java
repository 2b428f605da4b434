package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.path.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A third party with its connections.
 *
 * @param today the day it is judged on
 * @param live its connection points that are up
 * @param principal the nearest of those it works for that reaches us; absent where none does
 * @param criticalTargets what its routes of finite distance lead to that must not be lost: keys of zones and assets, and of
 *     data holdings after {@value #HELD}
 * @param commonBreaks labels that shortest routes of at most two breaks to {@value #COMMON} crown jewels or more bear,
 *     with these, named as the critical targets are; without the end of a link of its own
 * @param otherWays its ways in that are no connection points of its own: all where it is off-boarded, else those that lead
 *     to a crown jewel or another company over at most one break, or to a crown jewel through a test zone over at most two
 */
public record ThirdPartySituation(
        Estate estate,
        LocalDate today,
        ThirdParty thirdParty,
        List<ConnectionPoint> live,
        @Nullable ThirdParty principal,
        SortedSet<String> criticalTargets,
        SortedMap<String, SortedSet<String>> commonBreaks,
        List<OtherWay> otherWays) {

    /** Of so many crown jewels on, what leads to all of them is told. */
    public static final int COMMON = 5;

    /** Stands before the key of a data holding among zones and assets. */
    public static final String HELD = "data holding ";

    /**
     * Crown jewels exactly so many breaks away over some other ways, and these ways.
     *
     * @param crowns the most critical first; none where no way leads to one
     */
    public record Near(List<Target> crowns, List<OtherWay> ways) {
        /** What is accepted with a finding on them. */
        public AcceptanceScope scope() {
            return Scopes.of(crowns).andAll("way", OtherWay.keys(ways));
        }

        public Evidence evidence() {
            return Crown.evidence(crowns).andAll("ways", OtherWay.keys(ways));
        }

        public boolean isEmpty() {
            return crowns.isEmpty();
        }
    }

    /** What is nearest over the ways of some kind exactly so many breaks away. */
    public Near near(int breaks, Predicate<OtherWay> kind) {
        List<OtherWay> ways = otherWays.stream().filter(kind).toList();
        List<Target> crowns = OtherWay.crowns(ways.stream()).stream()
                .filter(crown -> crown.distance().atLeast() == breaks)
                .toList();
        return new Near(crowns, OtherWay.leadingTo(crowns, ways));
    }
}
