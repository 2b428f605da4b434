package dev.sekisho.ruleset.device;

import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<DeviceEntity, String> {
    /** So many keys are compared with one that is none. */
    private static final int BESIDE = 1_000;

    /** Keeps others from changing the device, or from having a link name it, until the transaction ends. */
    @Nullable
    DeviceEntity locked(String key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<DeviceEntity> byFoldedKey(String folded) {
        return find("keyFolded", folded).firstResultOptional();
    }

    @Nullable
    DeviceTextEntity text(String key) {
        return getEntityManager().find(DeviceTextEntity.class, key);
    }

    void store(DeviceTextEntity text) {
        getEntityManager().persist(text);
    }

    void remove(DeviceEntity device) {
        getEntityManager()
                .createQuery("delete from DeviceTextEntity t where t.device = :device")
                .setParameter("device", device.id)
                .executeUpdate();
        delete(device);
    }

    List<String> keys() {
        return getEntityManager()
                .createQuery("select d.id from DeviceEntity d order by d.keyFolded", String.class)
                .setMaxResults(BESIDE)
                .getResultList();
    }

    Page<DeviceEntity> page(ListQuery query) {
        var keyset = new Keyset<>(getEntityManager(), DeviceEntity.class, "id");
        String field = query.order().field();
        String attribute = field.equals("key") ? "id" : field;
        List<DeviceEntity> rows =
                keyset.rows(query, attribute, text -> field.equals("storedAt") ? Instant.parse(text) : text);
        return query.page(
                rows,
                keyset.total(),
                row -> field.equals("storedAt") ? row.storedAt.toString() : row.id,
                row -> row.id);
    }
}
