package dev.sekisho.assessment;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registries;
import dev.sekisho.registry.Registry;
import dev.sekisho.risk.estate.Estate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the estate of now in memory: read once, then carried along change by change. Used by one thread. */
@ApplicationScoped
class EstateKeeper {
    private static final int CHUNK = 2000;

    private final Registries registries;
    private final MatchKeeper matches;
    private Estate estate = Estate.builder().build();

    EstateKeeper(Registries registries, MatchKeeper matches) {
        this.registries = registries;
        this.matches = matches;
    }

    /** Reads everything anew. */
    Estate load() {
        matches.reset();
        Estate.Builder next = Estate.builder();
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(() -> registries.referencedFirst().forEach(registry -> readAll(registry, next)));
        estate = matches.all(next.build());
        return estate;
    }

    private static <E extends RegisteredEntity> void readAll(Registry<E, ?> registry, Estate.Builder into) {
        String last = "";
        List<E> rows;
        do {
            rows = registry.rows().after(last, CHUNK);
            rows.forEach(row -> registry.project(row, into));
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).id;
            registry.rows().getEntityManager().clear();
        } while (rows.size() == CHUNK);
    }

    /** Carries the changes over: for each collection, the keys that were written or deleted. */
    Estate apply(Map<String, Set<String>> changes) {
        Estate.Builder next = estate.toBuilder();
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(() -> changes.forEach((collection, keys) ->
                        registries.find(collection).ifPresent(registry -> refresh(registry, keys, next))));
        estate = matches.after(next.build(), changes);
        return estate;
    }

    private static <E extends RegisteredEntity> void refresh(
            Registry<E, ?> registry, Set<String> keys, Estate.Builder into) {
        var gone = new HashSet<>(keys);
        var wanted = List.copyOf(keys);
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            for (E row : registry.rows()
                    .all(wanted.subList(from, Math.min(wanted.size(), from + CHUNK)))
                    .values()) {
                registry.project(row, into);
                gone.remove(row.id);
            }
            registry.rows().getEntityManager().clear();
        }
        gone.forEach(key -> registry.retract(key, into));
    }
}
