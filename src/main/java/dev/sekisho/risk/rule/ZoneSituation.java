package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import java.time.LocalDate;
import java.util.List;

/**
 * A zone.
 *
 * @param today the day it is judged on
 * @param thirdPartyLanding whether a third party lands in it: over a connection point that is up, by its rules too, or over
 *     a host that it runs without one
 * @param stillConnected the links into and out of it that are up, although it is retiring or retired; else none
 */
public record ZoneSituation(
        Estate estate, LocalDate today, Zone zone, boolean thirdPartyLanding, List<Link> stillConnected) {}
