package dev.sekisho.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.upgrade.Existing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Puts what was said of an object into its row, one object or many alike. */
@ApplicationScoped
public class EntityWriter {
    private final ObjectMapper json;
    private final Clock clock;
    private final Ledger ledger;

    EntityWriter(ObjectMapper json, Clock clock, Ledger ledger) {
        this.json = json;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** A row for a key that has none yet. */
    public <E extends RegisteredEntity> E blank(Registry<E, ?> registry, String key) {
        E row = registry.blank();
        row.id = key;
        row.keyFolded = fold(key);
        row.createdAt = now();
        return row;
    }

    /** Whether the row says anything else. */
    public <E extends RegisteredEntity, V extends Registered> boolean differs(Registry<E, V> registry, V said, E row) {
        V stored = registry.said(row);
        var spoken = (ObjectNode) json.valueToTree(said);
        spoken.put("key", row.id);
        spoken.put("name", nameOf(said, row.id));
        var known = (ObjectNode) json.valueToTree(stored);
        return !spoken.remove(registry.computed()).equals(known.remove(registry.computed()));
    }

    public <E extends RegisteredEntity, V extends Registered> void write(
            Registry<E, V> registry, V said, E row, boolean isNew) {
        row.name = nameOf(said, row.id);
        row.updatedAt = now();
        registry.write(said, row);
        if (isNew) {
            registry.rows().persist(row);
        }
        registry.written(row, isNew);
        wrote(registry, row, isNew ? ChangeOperation.CREATED : ChangeOperation.UPDATED);
    }

    /** Enters what is now said of an object into the change log. */
    public <E extends RegisteredEntity, V extends Registered> void wrote(
            Registry<E, V> registry, E row, ChangeOperation operation) {
        ledger.wrote(Address.of(registry.collection(), row.id), operation, registry.said(row), registry.computed());
        ledger.touched(registry.collection(), row.id);
    }

    /** An object as it is stored, for a log that began later than it; empty where no caller ever spoke of it. */
    public static <E extends RegisteredEntity, V extends Registered> Optional<Existing.Snapshot> snapshot(
            Registry<E, V> registry, E row) {
        return registry.isSaid(row)
                ? Optional.of(new Existing.Snapshot(
                        Address.of(registry.collection(), row.id), registry.said(row), registry.computed()))
                : Optional.empty();
    }

    private static String nameOf(Registered said, String key) {
        String name = said.name();
        return name == null ? key : name.strip();
    }

    Instant now() {
        // What both databases keep.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
