package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import java.time.LocalDate;
import java.util.List;

/**
 * An asset.
 *
 * @param today the day it is judged on
 * @param landedOn the connection points that are up and land on it
 * @param unregistered whether a third party runs it of whom no connection point is registered; one that is cut is, one that
 *     is retired is not
 */
public record AssetSituation(
        Estate estate, LocalDate today, Asset asset, List<ConnectionPoint> landedOn, boolean unregistered) {}
