package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.path.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A third party with its connections.
 *
 * @param today the day it is judged on
 * @param live its connection points that are up
 * @param principal the nearest of those it works for that reaches us; absent where none does
 * @param criticalTargets keys of the crown jewels its routes of finite distance lead to
 * @param commonBreaks labels that shortest routes of at most two breaks to {@value #COMMON} crown jewels or more bear,
 *     with the keys of these; without the end of a link of its own
 * @param supplies its supply channels that lead to a crown jewel over at most one break
 */
public record ThirdPartySituation(
        Estate estate,
        LocalDate today,
        ThirdParty thirdParty,
        List<ConnectionPoint> live,
        @Nullable ThirdParty principal,
        SortedSet<String> criticalTargets,
        SortedMap<String, SortedSet<String>> commonBreaks,
        List<Supply> supplies) {

    /** Of so many crown jewels on, what leads to all of them is told. */
    public static final int COMMON = 5;

    /**
     * A zone where software that it supplies is in use.
     *
     * @param zone its key
     * @param guarded whether nothing leaves it but what is permitted
     * @param crowns the crown jewels at most one break away over it, the nearest and then the most critical first
     */
    public record Supply(String zone, boolean guarded, List<Target> crowns) {}
}
