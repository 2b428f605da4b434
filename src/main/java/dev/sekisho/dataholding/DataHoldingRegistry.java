package dev.sekisho.dataholding;

import static dev.sekisho.collection.CollectionName.DATA_HOLDINGS;
import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

@Singleton
class DataHoldingRegistry extends FactRegistry<DataHoldingEntity, DataHoldingView> {
    DataHoldingRegistry(DataHoldingRepository rows) {
        super(DATA_HOLDINGS, DataHoldingView.class, rows);
    }

    @Override
    protected DataHoldingEntity blank() {
        return new DataHoldingEntity();
    }

    @Override
    public DataHoldingView view(DataHoldingEntity row) {
        return DataHoldingView.of(row);
    }

    @Override
    protected void write(DataHoldingView said, DataHoldingEntity into) {
        into.thirdParty = said.thirdParty();
        into.organization = said.organization();
        into.what = said.what();
        into.records = said.records();
        into.criticality = said.criticality();
        into.encrypted = said.encrypted();
        into.accessRestricted = said.accessRestricted();
        into.configurationReviewedOn = said.configurationReviewedOn();
        into.exitPlan = said.exitPlan();
        into.deletionProvenOn = said.deletionProvenOn();
    }

    @Override
    public List<Reference> references(DataHoldingView said) {
        return Reference.present(
                Reference.to("/thirdParty", THIRD_PARTIES, said.thirdParty()),
                Reference.to("/organization", ORGANIZATIONS, said.organization()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("thirdParty", THIRD_PARTIES, "organization", ORGANIZATIONS);
    }

    @Override
    public void project(DataHoldingEntity row, Estate.Builder estate) {
        estate.add(row.fact());
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeDataHolding(key);
    }
}
