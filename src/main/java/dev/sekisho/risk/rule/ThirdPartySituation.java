package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
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
 */
public record ThirdPartySituation(
        Estate estate,
        LocalDate today,
        ThirdParty thirdParty,
        List<ConnectionPoint> live,
        @Nullable ThirdParty principal,
        SortedSet<String> criticalTargets,
        SortedMap<String, SortedSet<String>> commonBreaks) {

    /** Of so many crown jewels on, what leads to all of them is told. */
    public static final int COMMON = 5;
}
