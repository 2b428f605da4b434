package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * A third party with its connections.
 *
 * @param today the day it is judged on
 * @param live its connection points that are up
 * @param criticalTargets keys of the crown jewels its routes of finite distance lead to
 */
public record ThirdPartySituation(
        Estate estate,
        LocalDate today,
        ThirdParty thirdParty,
        List<ConnectionPoint> live,
        SortedSet<String> criticalTargets) {}
