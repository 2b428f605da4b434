package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;

/** The facts of every kind by key. Where nothing of a kind changed, the next estate has the very same map. */
abstract sealed class FactsByKey permits Estate {
    final NavigableMap<String, Organization> organizations;
    final NavigableMap<String, Zone> zones;
    final NavigableMap<String, Asset> assets;
    final NavigableMap<String, ThirdParty> thirdParties;
    final NavigableMap<String, DataHolding> dataHoldings;
    final NavigableMap<String, ConnectionPoint> connectionPoints;
    final NavigableMap<String, ZoneLink> zoneLinks;
    final NavigableMap<String, Product> products;
    final NavigableMap<String, Installation> installations;
    final NavigableMap<String, Advisory> advisories;
    final NavigableMap<String, Match> matches;
    final NavigableMap<String, AnalystVerdict> analystVerdicts;
    final NavigableMap<String, KnowledgeSource> sources;

    FactsByKey() {
        organizations = Collections.emptyNavigableMap();
        zones = Collections.emptyNavigableMap();
        assets = Collections.emptyNavigableMap();
        thirdParties = Collections.emptyNavigableMap();
        dataHoldings = Collections.emptyNavigableMap();
        connectionPoints = Collections.emptyNavigableMap();
        zoneLinks = Collections.emptyNavigableMap();
        products = Collections.emptyNavigableMap();
        installations = Collections.emptyNavigableMap();
        advisories = Collections.emptyNavigableMap();
        matches = Collections.emptyNavigableMap();
        analystVerdicts = Collections.emptyNavigableMap();
        sources = Collections.emptyNavigableMap();
    }

    FactsByKey(Estate.Builder next) {
        organizations = next.organizations.facts();
        zones = next.zones.facts();
        assets = next.assets.facts();
        thirdParties = next.thirdParties.facts();
        dataHoldings = next.dataHoldings.facts();
        connectionPoints = next.connectionPoints.facts();
        zoneLinks = next.zoneLinks.facts();
        products = next.products.facts();
        installations = next.installations.facts();
        advisories = next.advisories.facts();
        matches = next.matches.facts();
        analystVerdicts = next.analystVerdicts.facts();
        sources = next.sources.facts();
    }

    /** Whether all facts about software, and the hosts it runs on, are the same objects. */
    public boolean sharesSoftwareWith(FactsByKey other) {
        return installations == other.installations
                && matches == other.matches
                && advisories == other.advisories
                && products == other.products
                && assets == other.assets;
    }

    /** Whether all facts are the same objects. */
    public boolean sharesAllWith(FactsByKey other) {
        return sharesSoftwareWith(other)
                && organizations == other.organizations
                && zones == other.zones
                && thirdParties == other.thirdParties
                && dataHoldings == other.dataHoldings
                && connectionPoints == other.connectionPoints
                && zoneLinks == other.zoneLinks
                && analystVerdicts == other.analystVerdicts
                && sources == other.sources;
    }

    public Map<String, Organization> organizations() {
        return organizations;
    }

    public Map<String, Zone> zones() {
        return zones;
    }

    public Map<String, Asset> assets() {
        return assets;
    }

    public Map<String, ThirdParty> thirdParties() {
        return thirdParties;
    }

    public Map<String, DataHolding> dataHoldings() {
        return dataHoldings;
    }

    public Map<String, ConnectionPoint> connectionPoints() {
        return connectionPoints;
    }

    public Map<String, ZoneLink> zoneLinks() {
        return zoneLinks;
    }

    public Map<String, Product> products() {
        return products;
    }

    public Map<String, Installation> installations() {
        return installations;
    }

    public Map<String, Advisory> advisories() {
        return advisories;
    }

    /** What persons of ours say; it counts where a match bears it. */
    public Map<String, AnalystVerdict> analystVerdicts() {
        return analystVerdicts;
    }

    /** What verdicts on software rest on; empty where nobody says. */
    public Map<String, KnowledgeSource> sources() {
        return sources;
    }
}
