package dev.sekisho.registry;

import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.reading.ChangeLog;
import dev.sekisho.change.reading.ObjectChangesView;
import dev.sekisho.registry.field.UuidV7;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts one object into its collection or takes it out, unless that would leave something impossible. */
@ApplicationScoped
class ObjectStore {
    private final CollectionRegistry registries;
    private final EntityWriter writer;
    private final Ledger ledger;
    private final Clock clock;
    private final ChangeLog log;

    ObjectStore(CollectionRegistry registries, EntityWriter writer, Ledger ledger, Clock clock, ChangeLog log) {
        this.log = log;
        this.registries = registries;
        this.writer = writer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The time a row written now bears. */
    Instant now() {
        return writer.now();
    }

    /** The key a new object goes by, one made for it where nobody chose one. */
    String keyFor(Registry<?, ?> registry, @Nullable String chosen) {
        String key = chosen == null ? UuidV7.next(clock) : chosen;
        refuseTaken(registry, key);
        return key;
    }

    <E extends RegisteredEntity> void refuseTaken(Registry<E, ?> registry, String key) {
        registry.rows().byFoldedKey(EntityWriter.fold(key)).ifPresent(taken -> {
            throw ProblemException.at(
                    ProblemType.CONFLICT,
                    "/key",
                    "The key " + taken.id + " is taken in "
                            + registry.collection().path()
                            + (taken.id.equals(key) ? "." : "; keys must differ by more than case."));
        });
    }

    <E extends RegisteredEntity> E existing(Registry<E, ?> registry, String key) {
        E row = registry.rows().findById(key);
        if (row == null) {
            throw registries.missing(registry.collection(), key);
        }
        return row;
    }

    /** What an object went through, also one that is gone. */
    ObjectChangesView changes(Registry<?, ?> registry, String key, Paging paging, boolean all) {
        ObjectChangesView changes = log.of(registry.collection(), key, paging, all);
        if (changes.nothingKnown()) {
            // One that a feed brought was never written by anybody.
            existing(registry, key);
        }
        return changes;
    }

    <E extends RegisteredEntity, V extends Registered> CollectionService.Written<V> store(
            Registry<E, V> registry, String key, V said, @Nullable E stored) {
        var faults = new ArrayList<>(registries.impossible(registry, said, stored));
        faults.addAll(registries.dangling(registry.references(said)));
        refuse(faults);
        String parent = registry.parent(said);
        if (stored == null || !Objects.equals(parent, registry.parent(registry.view(stored)))) {
            refuse(registries.unfitParent(registry, key, parent));
        }
        E row = stored == null ? writer.blank(registry, key) : stored;
        boolean changed = stored == null || writer.differs(registry, said, stored);
        if (changed) {
            writer.write(registry, said, row, stored == null);
        }
        registry.rows().flush();
        return new CollectionService.Written<>(registry.view(row), key, stored == null);
    }

    private static void refuse(List<Problem.FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemType.IMPOSSIBLE, errors);
        }
    }

    <E extends RegisteredEntity> void remove(Registry<E, ?> registry, E stored) {
        String key = stored.id;
        List<String> referrers = registries.referrersOf(registry.collection(), key);
        if (!referrers.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.STILL_REFERENCED, "Still referred to by " + String.join(", ", referrers) + ".");
        }
        registry.deleting(stored);
        if (registry.staysWhenDeleted(stored)) {
            writer.wrote(registry, stored, ChangeOperation.UPDATED);
        } else {
            registry.rows().delete(stored);
            ledger.deleted(Address.of(registry.collection(), key));
            ledger.touched(registry.collection(), key);
        }
        registry.rows().flush();
    }
}
