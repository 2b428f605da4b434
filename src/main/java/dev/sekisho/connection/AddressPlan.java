package dev.sekisho.connection;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registries;
import dev.sekisho.registry.Registry;
import dev.sekisho.risk.estate.Estate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells from the registered zones which addresses a corporate family uses. */
@ApplicationScoped
class AddressPlan {
    private final Registries registries;

    AddressPlan(Registries registries) {
        this.registries = registries;
    }

    /** Whether IPv6 is used in a zone or anywhere in the corporate family that owns it. */
    boolean usesIpv6(String zone) {
        Estate.Builder plan = Estate.builder();
        for (String collection : List.of("organizations", "zones")) {
            registries.find(collection).ifPresent(registry -> read(registry, plan));
        }
        return !plan.build().allocatedAround(zone).only6().isEmpty();
    }

    private static <E extends RegisteredEntity> void read(Registry<E, ?> registry, Estate.Builder into) {
        registry.rows().listAll().forEach(row -> registry.project(row, into));
    }
}
