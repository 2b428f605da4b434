package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import java.time.LocalDate;

/**
 * A zone.
 *
 * @param today the day it is judged on
 * @param thirdPartyLanding whether a connection point that is up lands in it
 */
public record ZoneSituation(Estate estate, LocalDate today, Zone zone, boolean thirdPartyLanding) {}
