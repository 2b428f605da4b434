package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.traffic.set.AddressSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Singleton
class ZoneRegistry extends FactRegistry<ZoneEntity, ZoneView> {
    ZoneRegistry(ZoneRepository rows) {
        super(ZONES, ZoneView.class, rows);
    }

    @Override
    protected ZoneEntity blank() {
        return new ZoneEntity();
    }

    @Override
    public ZoneView view(ZoneEntity row) {
        return ZoneView.of(row);
    }

    @Override
    protected void write(ZoneView said, ZoneEntity into) {
        into.organization = said.organization();
        into.cidrs = said.cidrs();
        into.criticality = said.criticality();
        into.environment = said.environment();
        into.holdsCriticalData = said.holdsCriticalData();
        into.monitoring = said.monitoring();
        into.egress = said.egress();
        into.state = said.state();
    }

    @Override
    public List<Reference> references(ZoneView said) {
        return Reference.present(Reference.to("/organization", ORGANIZATIONS, said.organization()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("organization", ORGANIZATIONS);
    }

    @Override
    public void project(ZoneEntity row, Estate.Builder estate) {
        estate.add(new Zone(
                row.id,
                row.name,
                row.organization,
                AddressSet.parse(Objects.requireNonNullElse(row.cidrs, List.of())),
                new Classification(
                        row.criticality,
                        Objects.requireNonNullElse(row.environment, Environment.UNKNOWN),
                        row.holdsCriticalData),
                MonitoringView.factOf(row.monitoring),
                Objects.requireNonNullElse(row.egress, Egress.UNKNOWN),
                Objects.requireNonNullElse(row.state, ZoneState.ACTIVE)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeZone(key);
    }
}
