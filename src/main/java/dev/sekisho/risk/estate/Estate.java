package dev.sekisho.risk.estate;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is registered and known, indexed by key and by the questions asked of it. Immutable; iteration follows
 * the keys, so that the same facts give the same bytes whatever order they came in. An estate built from another shares
 * with it all that did not change, so one changed fact costs one copied map.
 */
public final class Estate extends FactsByKey {
    private static final Estate EMPTY = new Estate();

    private final Relations relations;
    private final OwnAddresses own;

    private Estate() {
        relations = Relations.NONE;
        own = OwnAddresses.NONE;
    }

    private Estate(Builder next) {
        super(next);
        Estate from = next.from;
        relations = from.relations.with(next);
        boolean sameSpace = zones == from.zones && organizations == from.organizations;
        own = sameSpace ? from.own.with(this, next.assets) : OwnAddresses.of(this);
    }

    public static Builder builder() {
        return new Builder(EMPTY);
    }

    /** A builder that starts from these facts: the way to an overlay or to the next estate. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    public List<Match> matchesOf(String installation) {
        return relations.matchesOf().of(installation);
    }

    public List<Asset> assetsIn(String zone) {
        return relations.assetsIn().of(zone);
    }

    public List<ConnectionPoint> connectionPointsOf(String thirdParty) {
        return relations.parties().points().of(thirdParty);
    }

    /** What a third party itself holds for us, deleted or not. */
    public List<DataHolding> holdingsOf(String thirdParty) {
        return relations.parties().holdings().of(thirdParty);
    }

    /** The direct subcontractors of a third party. */
    public List<ThirdParty> subcontractorsOf(String thirdParty) {
        return relations.parties().subcontractors().of(thirdParty);
    }

    public List<ConnectionPoint> connectionPointsInto(String zone) {
        return relations.pointsInto().of(zone);
    }

    public List<ZoneLink> linksInto(String zone) {
        return relations.linksInto().of(zone);
    }

    public List<Installation> installationsAt(Place place) {
        return relations.installationsAt().of(place);
    }

    /** The zone a place is in; absent for what a third party holds, which is in no zone of ours. */
    public @Nullable String zoneOf(Place place) {
        return switch (place.kind()) {
            case ASSET -> requireNonNull(assets.get(place.key())).zone();
            case CONNECTION_POINT ->
                requireNonNull(connectionPoints.get(place.key())).zone();
            case ZONE -> place.key();
            case DATA_HOLDING -> null;
        };
    }

    /** The company of ours that a place belongs to. */
    public String organizationOf(Place place) {
        String zone = zoneOf(place);
        return zone == null
                ? requireNonNull(dataHoldings.get(place.key())).organization()
                : requireNonNull(zones.get(zone)).organization();
    }

    /** What is allocated to the zones of a corporate family. */
    public AddressSet allocatedTo(String family) {
        return own.allocated(family);
    }

    /** The addresses of the zones and hosts of a corporate family. */
    public AddressSet ownOf(String family) {
        return own.all(family);
    }

    /** All our own addresses; the same object as long as none of them changes. */
    public Object ownAddresses() {
        return own;
    }

    /** The corporate family that owns a zone. */
    public String familyAround(String zone) {
        return familyOf(requireNonNull(zones.get(zone)).organization());
    }

    /** The connection points for which this rule set is the one in force. */
    public List<ConnectionPoint> connectionPointsBehind(RuleSet rules) {
        return relations.pointsBehind().of(rules);
    }

    /** The zone links for which this rule set is the one in force. */
    public List<ZoneLink> zoneLinksBehind(RuleSet rules) {
        return relations.linksBehind().of(rules);
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

    /** Collects facts; a fact with a key already present replaces the earlier one. Used up by {@link #build()}. */
    public static final class Builder {
        private final Estate from;
        final Draft<Organization> organizations;
        final Draft<Zone> zones;
        final Draft<Asset> assets;
        final Draft<ThirdParty> thirdParties;
        final Draft<DataHolding> dataHoldings;
        final Draft<ConnectionPoint> connectionPoints;
        final Draft<ZoneLink> zoneLinks;
        final Draft<Product> products;
        final Draft<Installation> installations;
        final Draft<Advisory> advisories;
        final Draft<Match> matches;
        final Draft<AnalystVerdict> analystVerdicts;
        final Draft<KnowledgeSource> sources;

        private Builder(Estate from) {
            this.from = from;
            organizations = new Draft<>(from.organizations);
            zones = new Draft<>(from.zones);
            assets = new Draft<>(from.assets);
            thirdParties = new Draft<>(from.thirdParties);
            dataHoldings = new Draft<>(from.dataHoldings);
            connectionPoints = new Draft<>(from.connectionPoints);
            zoneLinks = new Draft<>(from.zoneLinks);
            products = new Draft<>(from.products);
            installations = new Draft<>(from.installations);
            advisories = new Draft<>(from.advisories);
            matches = new Draft<>(from.matches);
            analystVerdicts = new Draft<>(from.analystVerdicts);
            sources = new Draft<>(from.sources);
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

        public Builder add(DataHolding fact) {
            dataHoldings.put(fact.key(), fact);
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
            matches.put(fact.key(), fact);
            return this;
        }

        public Builder add(AnalystVerdict fact) {
            analystVerdicts.put(fact.key(), fact);
            return this;
        }

        public Builder removeAnalystVerdict(String key) {
            analystVerdicts.remove(key);
            return this;
        }

        public Builder add(KnowledgeSource fact) {
            sources.put(fact.key(), fact);
            return this;
        }

        public Builder removeSource(String key) {
            sources.remove(key);
            return this;
        }

        public Builder removeOrganization(String key) {
            organizations.remove(key);
            return this;
        }

        public Builder removeZone(String key) {
            zones.remove(key);
            return this;
        }

        public Builder removeAsset(String key) {
            assets.remove(key);
            return this;
        }

        public Builder removeThirdParty(String key) {
            thirdParties.remove(key);
            return this;
        }

        public Builder removeDataHolding(String key) {
            dataHoldings.remove(key);
            return this;
        }

        public Builder removeConnectionPoint(String key) {
            connectionPoints.remove(key);
            return this;
        }

        public Builder removeZoneLink(String key) {
            zoneLinks.remove(key);
            return this;
        }

        public Builder removeProduct(String key) {
            products.remove(key);
            return this;
        }

        public Builder removeInstallation(String key) {
            installations.remove(key);
            return this;
        }

        public Builder removeAdvisory(String key) {
            advisories.remove(key);
            return this;
        }

        public Builder removeMatch(String installation, String advisory) {
            matches.remove(Match.key(installation, advisory));
            return this;
        }

        public Estate build() {
            return new Estate(this);
        }
    }
}
