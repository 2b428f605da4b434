package dev.sekisho.software;

import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.software.identity.IdentityQuality;
import dev.sekisho.software.identity.SoftwareIdentities;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
class SoftwareProductRegistry extends FactRegistry<SoftwareProductEntity, SoftwareProductView> {
    private final SoftwareIdentities identities;

    SoftwareProductRegistry(SoftwareProductRepository rows, SoftwareIdentities identities) {
        super(SOFTWARE_PRODUCTS, SoftwareProductView.class, rows);
        this.identities = identities;
    }

    @Override
    protected SoftwareProductEntity blank() {
        return new SoftwareProductEntity();
    }

    @Override
    public SoftwareProductView view(SoftwareProductEntity row) {
        return SoftwareProductView.of(row, identities.shown(fact(row)));
    }

    @Override
    public SoftwareProductView said(SoftwareProductEntity row) {
        return SoftwareProductView.of(row, null);
    }

    @Override
    public List<SoftwareProductView> shown(SoftwareProductEntity row) {
        return IdentityQuality.every(identities.shown(fact(row)), quality -> SoftwareProductView.of(row, quality));
    }

    @Override
    public long beside() {
        return identities.revision();
    }

    @Override
    protected Set<String> computed() {
        return Set.of("identity");
    }

    @Override
    protected void write(SoftwareProductView said, SoftwareProductEntity into) {
        into.vendor = said.vendor();
        into.supplier = said.supplier();
        into.purl = said.purl();
        into.cpe = said.cpe();
        into.aliases = said.aliases();
    }

    @Override
    public List<Reference> references(SoftwareProductView said) {
        return Reference.present(Reference.to("/supplier", THIRD_PARTIES, said.supplier()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("supplier", THIRD_PARTIES);
    }

    @Override
    public List<Problem.FieldError> impossible(SoftwareProductView said, @Nullable SoftwareProductEntity stored) {
        return Problem.FieldError.below("", Identifiers.faultsOfProduct(said.purl(), said.cpe()));
    }

    @Override
    public void project(SoftwareProductEntity row, Estate.Builder estate) {
        estate.add(fact(row));
    }

    private static Product fact(SoftwareProductEntity row) {
        return new Product(
                row.id,
                row.name,
                row.vendor,
                row.supplier,
                row.purl,
                row.cpe,
                Objects.requireNonNullElse(row.aliases, List.of()));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeProduct(key);
    }
}
