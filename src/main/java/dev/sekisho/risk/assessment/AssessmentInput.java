package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Measurements;
import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
import java.util.List;

/** What one assessment starts from, with its facts numbered in the order of their keys. */
final class AssessmentInput {
    final Estate estate;
    final LocalDate today;
    final Model model;
    final IndexedFacts<Organization> organizations;
    final IndexedFacts<Zone> zones;
    final IndexedFacts<Asset> hosts;
    final IndexedFacts<ThirdParty> parties;
    final IndexedFacts<ConnectionPoint> points;
    final IndexedFacts<ZoneLink> zoneLinks;
    /** What third parties hold for us. */
    final IndexedFacts<DataHolding> held;

    final Grouping zonesByOrganization;
    final Grouping hostsByZone;
    final Grouping pointsByZone;
    final Grouping pointsByParty;
    final Grouping pointsByHost;
    /** By the rules in force; in none where nobody gave them. */
    final Grouping pointsByRules;
    /** By the zone a link leads into. */
    final Grouping linksByZone;
    /** By the zone a link starts in. */
    final Grouping linksByStart;

    /** By the third party that runs a host. */
    final Grouping hostsByManager;
    /** By the third party that holds something for us. */
    final Grouping holdingsByParty;
    /** By the organization whose data somebody holds. */
    final Grouping holdingsByOrganization;
    /** Third parties by the one they work for. */
    final Grouping subcontractors;

    /** Of every third party whether a connection point of it is registered that is not retired. */
    final Derived<Boolean, Boolean> registered;

    /** The hosts of every zone. */
    final Derived<List<Asset>, List<Asset>> hostsOfZones;

    final OwnSpace space;
    final Measurements measurements;
    /** What is installed where. */
    final Holdings holdings;

    final Guards guards;

    AssessmentInput(Estate estate, LocalDate today, Model model, Step step) {
        this.estate = estate;
        this.today = today;
        this.model = model;
        organizations = step.roster("organizations", estate.organizations());
        zones = step.roster("zones", estate.zones());
        hosts = step.roster("hosts", estate.assets());
        parties = step.roster("third parties", estate.thirdParties());
        points = step.roster("connection points", estate.connectionPoints());
        zoneLinks = step.roster("zone links", estate.zoneLinks());
        held = step.roster("data holdings", estate.dataHoldings());
        zonesByOrganization = step.grouping("zones by organization", zones, organizations, Zone::organization);
        hostsByZone = step.grouping("hosts by zone", hosts, zones, Asset::zone);
        pointsByZone = step.grouping("points by zone", points, zones, ConnectionPoint::zone);
        pointsByParty = step.grouping("points by third party", points, parties, ConnectionPoint::thirdParty);
        pointsByHost = step.grouping("points by host", points, hosts, ConnectionPoint::asset);
        pointsByRules = step.classes("points by rules", points, ConnectionPoint::ruleSet);
        linksByZone = step.grouping("links by zone", zoneLinks, zones, ZoneLink::zone);
        linksByStart = step.grouping("links by start", zoneLinks, zones, ZoneLink::from);
        hostsByManager = step.grouping("hosts by manager", hosts, parties, Asset::managedBy);
        holdingsByParty = step.grouping("holdings by third party", held, parties, DataHolding::thirdParty);
        holdingsByOrganization =
                step.grouping("holdings by organization", held, organizations, DataHolding::organization);
        subcontractors = step.grouping("subcontractors", parties, parties, ThirdParty::parent);
        registered = step.over(parties)
                .readingMembers(points, pointsByParty)
                .collect(
                        "who is registered",
                        party -> pointsByParty
                                .members(party)
                                .anyMatch(point -> points.get(point).state() != LinkState.RETIRED));
        hostsOfZones = step.over(zones)
                .readingMembers(hosts, hostsByZone)
                .collect("hosts of zones", zone -> hostsByZone.of(zone, hosts.items()));
        space = new OwnSpace(this, step);
        measurements = step.cache("measurements", Measurements::new, Measurements::orFresh);
        holdings = Holdings.of(this, step);
        guards = new Guards(this, step);
    }
}
