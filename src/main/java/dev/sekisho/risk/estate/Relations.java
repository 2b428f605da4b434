package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.traffic.rule.RuleSet;

/** The facts of an estate by the questions asked of them. */
record Relations(
        Index<String, Match> matchesOf,
        Index<String, Asset> assetsIn,
        PartyRelations parties,
        Index<String, ConnectionPoint> pointsInto,
        Index<String, ZoneLink> linksInto,
        Index<Place, Installation> installationsAt,
        Index<RuleSet, ConnectionPoint> pointsBehind,
        Index<RuleSet, ZoneLink> linksBehind) {

    static final Relations NONE = new Relations(
            Index.by(Match::installation, Match::key),
            Index.by(Asset::zone, Asset::key),
            PartyRelations.NONE,
            Index.by(ConnectionPoint::zone, ConnectionPoint::key),
            Index.by(ZoneLink::zone, ZoneLink::key),
            Index.by(Installation::place, Installation::key),
            Index.by(ConnectionPoint::ruleSet, ConnectionPoint::key),
            Index.by(ZoneLink::ruleSet, ZoneLink::key));

    Relations with(Estate.Builder next) {
        return new Relations(
                matchesOf.with(next.matches),
                assetsIn.with(next.assets),
                parties.with(next),
                pointsInto.with(next.connectionPoints),
                linksInto.with(next.zoneLinks),
                installationsAt.with(next.installations),
                pointsBehind.with(next.connectionPoints),
                linksBehind.with(next.zoneLinks));
    }
}
