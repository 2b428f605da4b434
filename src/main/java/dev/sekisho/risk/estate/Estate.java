package dev.sekisho.risk.estate;

import dev.sekisho.risk.traffic.AddressSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is registered and known, indexed by key and by the questions asked of it. Immutable; iteration follows
 * the keys, so that the same facts give the same bytes whatever order they came in.
 */
public final class Estate {
    private final Map<String, Organization> organizations;
    private final Map<String, Zone> zones;
    private final Map<String, Asset> assets;
    private final Map<String, ThirdParty> thirdParties;
    private final Map<String, ConnectionPoint> connectionPoints;
    private final Map<String, ZoneLink> zoneLinks;
    private final Map<String, Product> products;
    private final Map<String, Installation> installations;
    private final Map<String, Advisory> advisories;
    private final Map<String, List<Match>> matches;
    private final Map<String, List<Asset>> assetsByZone;
    private final Map<String, List<ConnectionPoint>> pointsByThirdParty;
    private final Map<String, List<ConnectionPoint>> pointsByZone;
    private final Map<String, List<ZoneLink>> linksFrom;
    private final Map<String, List<ZoneLink>> linksInto;
    private final Map<Place, List<Installation>> installationsByPlace;
    private final Map<String, AddressSet> allocatedByRoot;

    private Estate(Builder from) {
        organizations = sorted(from.organizations);
        zones = sorted(from.zones);
        assets = sorted(from.assets);
        thirdParties = sorted(from.thirdParties);
        connectionPoints = sorted(from.connectionPoints);
        zoneLinks = sorted(from.zoneLinks);
        products = sorted(from.products);
        installations = sorted(from.installations);
        advisories = sorted(from.advisories);
        matches = grouped(from.matches.values(), Match::installation);
        assetsByZone = grouped(assets.values(), Asset::zone);
        pointsByThirdParty = grouped(connectionPoints.values(), ConnectionPoint::thirdParty);
        pointsByZone = grouped(connectionPoints.values(), ConnectionPoint::zone);
        linksFrom = grouped(zoneLinks.values(), ZoneLink::from);
        linksInto = grouped(zoneLinks.values(), ZoneLink::zone);
        installationsByPlace = grouped(installations.values(), Installation::place);
        allocatedByRoot = allocated();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these facts: the way to an overlay or to the next estate. */
    public Builder toBuilder() {
        var next = new Builder();
        next.organizations.putAll(organizations);
        next.zones.putAll(zones);
        next.assets.putAll(assets);
        next.thirdParties.putAll(thirdParties);
        next.connectionPoints.putAll(connectionPoints);
        next.zoneLinks.putAll(zoneLinks);
        next.products.putAll(products);
        next.installations.putAll(installations);
        next.advisories.putAll(advisories);
        matches.values().forEach(list -> list.forEach(next::add));
        return next;
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

    public List<Match> matchesOf(String installation) {
        return matches.getOrDefault(installation, List.of());
    }

    public List<Asset> assetsIn(String zone) {
        return assetsByZone.getOrDefault(zone, List.of());
    }

    public List<ConnectionPoint> connectionPointsOf(String thirdParty) {
        return pointsByThirdParty.getOrDefault(thirdParty, List.of());
    }

    public List<ConnectionPoint> connectionPointsInto(String zone) {
        return pointsByZone.getOrDefault(zone, List.of());
    }

    public List<ZoneLink> linksFrom(String zone) {
        return linksFrom.getOrDefault(zone, List.of());
    }

    public List<ZoneLink> linksInto(String zone) {
        return linksInto.getOrDefault(zone, List.of());
    }

    public List<Installation> installationsAt(Place place) {
        return installationsByPlace.getOrDefault(place, List.of());
    }

    /** The zone a place is in. */
    public String zoneOf(Place place) {
        return switch (place.kind()) {
            case ASSET -> assets.get(place.key()).zone();
            case CONNECTION_POINT -> connectionPoints.get(place.key()).zone();
            case ZONE -> place.key();
        };
    }

    /** The allocated addresses of the whole corporate family that owns a zone. */
    public AddressSet allocatedAround(String zone) {
        return allocatedByRoot.getOrDefault(familyOf(zones.get(zone).organization()), AddressSet.NONE);
    }

    /** The topmost parent of an organization; it names the corporate family. */
    public String familyOf(String organization) {
        var seen = new HashSet<String>();
        String at = organization;
        while (seen.add(at)) {
            Organization here = organizations.get(at);
            if (here == null || here.parent() == null) {
                return at;
            }
            at = here.parent();
        }
        return at;
    }

    private Map<String, AddressSet> allocated() {
        return zones.values().stream()
                .collect(Collectors.groupingBy(
                        zone -> familyOf(zone.organization()),
                        Collectors.reducing(AddressSet.NONE, Zone::cidrs, AddressSet::union)));
    }

    private static <T> Map<String, T> sorted(Map<String, T> facts) {
        return Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    private static <K, T> Map<K, List<T>> grouped(Collection<T> facts, Function<T, K> by) {
        var groups = new HashMap<K, List<T>>();
        facts.forEach(fact -> groups.computeIfAbsent(by.apply(fact), k -> new ArrayList<>()).add(fact));
        return groups;
    }

    /** Collects facts; a fact with a key already present replaces the earlier one. */
    public static final class Builder {
        private final Map<String, Organization> organizations = new HashMap<>();
        private final Map<String, Zone> zones = new HashMap<>();
        private final Map<String, Asset> assets = new HashMap<>();
        private final Map<String, ThirdParty> thirdParties = new HashMap<>();
        private final Map<String, ConnectionPoint> connectionPoints = new HashMap<>();
        private final Map<String, ZoneLink> zoneLinks = new HashMap<>();
        private final Map<String, Product> products = new HashMap<>();
        private final Map<String, Installation> installations = new HashMap<>();
        private final Map<String, Advisory> advisories = new HashMap<>();
        private final Map<MatchKey, Match> matches = new TreeMap<>();

        private record MatchKey(String installation, String advisory) implements Comparable<MatchKey> {
            @Override
            public int compareTo(MatchKey other) {
                int byInstallation = installation.compareTo(other.installation);
                return byInstallation != 0 ? byInstallation : advisory.compareTo(other.advisory);
            }
        }

        public Builder add(Organization fact) {
            organizations.put(fact.key(), fact);
            return this;
        }

        public Builder add(Zone fact) {
            zones.put(fact.key(), fact);
            return this;
        }

        public Builder add(Asset fact) {
            assets.put(fact.key(), fact);
            return this;
        }

        public Builder add(ThirdParty fact) {
            thirdParties.put(fact.key(), fact);
            return this;
        }

        public Builder add(ConnectionPoint fact) {
            connectionPoints.put(fact.key(), fact);
            return this;
        }

        public Builder add(ZoneLink fact) {
            zoneLinks.put(fact.key(), fact);
            return this;
        }

        public Builder add(Product fact) {
            products.put(fact.key(), fact);
            return this;
        }

        public Builder add(Installation fact) {
            installations.put(fact.key(), fact);
            return this;
        }

        public Builder add(Advisory fact) {
            advisories.put(fact.key(), fact);
            return this;
        }

        public Builder add(Match fact) {
            matches.put(new MatchKey(fact.installation(), fact.advisory()), fact);
            return this;
        }

        public Estate build() {
            return new Estate(this);
        }
    }
}
