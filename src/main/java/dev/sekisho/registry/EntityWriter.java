package dev.sekisho.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Puts what was said of an object into its row, one object or many alike. */
@ApplicationScoped
public class EntityWriter {
    private final ObjectMapper json;
    private final Clock clock;

    EntityWriter(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
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
