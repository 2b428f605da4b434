package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
class OrganizationRegistry extends FactRegistry<OrganizationEntity, OrganizationView> {
    OrganizationRegistry(OrganizationRepository rows) {
        super(ORGANIZATIONS, OrganizationView.class, rows);
    }

    @Override
    protected OrganizationEntity blank() {
        return new OrganizationEntity();
    }

    @Override
    public OrganizationView view(OrganizationEntity row) {
        return OrganizationView.of(row);
    }

    @Override
    protected void write(OrganizationView said, OrganizationEntity into) {
        into.parent = said.parent();
    }

    @Override
    public List<Reference> references(OrganizationView said) {
        return Reference.present(Reference.to("/parent", ORGANIZATIONS, said.parent()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("parent", ORGANIZATIONS);
    }

    @Override
    public @Nullable String parent(OrganizationView said) {
        return said.parent();
    }

    @Override
    public void project(OrganizationEntity row, Estate.Builder estate) {
        estate.add(new Organization(row.id, row.name, row.parent));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeOrganization(key);
    }
}
