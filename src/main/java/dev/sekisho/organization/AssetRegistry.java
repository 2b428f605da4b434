package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.traffic.set.AddressSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Singleton
class AssetRegistry extends FactRegistry<AssetEntity, AssetView> {
    AssetRegistry(AssetRepository rows) {
        super(ASSETS, AssetView.class, rows);
    }

    @Override
    protected AssetEntity blank() {
        return new AssetEntity();
    }

    @Override
    public AssetView view(AssetEntity row) {
        return AssetView.of(row);
    }

    @Override
    protected void write(AssetView said, AssetEntity into) {
        into.zone = said.zone();
        into.addresses = said.addresses();
        into.criticality = said.criticality();
        into.managedBy = said.managedBy();
        into.monitoring = said.monitoring();
        into.credentialGroup = said.credentialGroup();
    }

    @Override
    public List<Reference> references(AssetView said) {
        return Reference.present(
                Reference.to("/zone", ZONES, said.zone()), Reference.to("/managedBy", THIRD_PARTIES, said.managedBy()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("zone", ZONES, "managedBy", THIRD_PARTIES);
    }

    @Override
    public void project(AssetEntity row, Estate.Builder estate) {
        estate.add(new Asset(
                row.id,
                row.name,
                row.zone,
                AddressSet.parse(Objects.requireNonNullElse(row.addresses, List.of())),
                row.criticality,
                row.managedBy,
                MonitoringView.factOf(row.monitoring),
                row.credentialGroup));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeAsset(key);
    }
}
