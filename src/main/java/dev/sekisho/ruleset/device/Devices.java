package dev.sekisho.ruleset.device;

import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.digest.Sha256;
import dev.sekisho.registry.Condition;
import dev.sekisho.registry.EntityWriter;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.ruleset.RuleSetService;
import dev.sekisho.ruleset.RuleSetView;
import dev.sekisho.ruleset.RuleSets;
import dev.sekisho.ruleset.RuleSets.Naming;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.RuleSets.Reading;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.web.Representations;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the configuration of devices, each once, and the rule sets of the links that name them. What is read for a link is
 * stored at the link as every rule set is, so nothing of a configuration is read again when the service starts.
 */
@ApplicationScoped
public class Devices implements Existing {
    /** So many links are named where they keep a device from being deleted. */
    private static final int NAMED = 20;

    private final DeviceRepository rows;
    private final RuleSets ruleSets;
    private final RuleSetService desk;
    private final Writes writes;
    private final Transactions transactions;
    private final Representations representations;
    private final Ledger ledger;
    private final Clock clock;

    Devices(
            DeviceRepository rows,
            RuleSets ruleSets,
            RuleSetService desk,
            Writes writes,
            Transactions transactions,
            Representations representations,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.ruleSets = ruleSets;
        this.desk = desk;
        this.writes = writes;
        this.transactions = transactions;
        this.representations = representations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A configuration as a caller sends it. */
    record Sent(Format format, byte[] configuration, Missing missing, String by) {}

    /** A configuration that takes the place of another: what it says, what it makes of the links, and how it is kept. */
    private record Renewal(DeviceReading reading, Changes changes, String packed) {
        static Renewal of(String key, Sent sent, Standing before) {
            var reading = new DeviceReading(key, sent.format(), sent.configuration());
            return new Renewal(
                    reading,
                    Changes.of(reading, before.links(), before.inForce(), sent.missing()),
                    DeviceTextEntity.packed(sent.configuration()));
        }
    }

    /** How a device and the links that name it stood when it was looked at; revision 0 where there is no device. */
    private record Standing(
            int revision,
            String format,
            String sha256,
            List<Naming> links,
            Map<Changes.Link, List<Chain.Device>> inForce) {
        boolean has(Sent sent) {
            return revision > 0
                    && format.equals(sent.format().name())
                    && sha256.equals(Sha256.hex(sent.configuration()));
        }

        /** Whether it stands so still; revisions of rule sets tell what they hold. */
        boolean isStill(int revisionNow, List<Naming> linksNow) {
            return revision == revisionNow && places(links).equals(places(linksNow));
        }

        private static Map<Place, Integer> places(List<Naming> links) {
            return links.stream().collect(Collectors.toMap(Naming::at, Naming::revision));
        }
    }

    /**
     * Stores the configuration of a device and judges every link that names it again, or changes nothing. A text
     * that is not stored yet is parsed once, before the transaction begins; what was written meanwhile is refused.
     *
     * @throws ProblemException INVALID when it is not of the format; IMPOSSIBLE when links name what it does not have;
     *     TOO_LARGE; STALE; CONFLICT when the device or its links were changed meanwhile
     */
    DeviceConfigurationView replace(String key, Sent sent, Condition condition) {
        if (sent.configuration().length > ConfigurationLimits.BYTES) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE, "A configuration takes at most " + ConfigurationLimits.BYTES + " bytes.");
        }
        Standing before = transactions.readAtLength(() -> standing(key));
        Renewal next = before.has(sent) ? null : Renewal.of(key, sent, before);
        return writes.atLength(() -> {
            DeviceEntity row = rows.locked(key);
            check(row, condition);
            refuseLikeNamed(key, row);
            if (!before.isStill(row == null ? 0 : row.revision, ruleSets.naming(key))) {
                throw changedMeanwhile();
            }
            return next == null ? view(existing(key, row), Map.of()) : renew(key, row, next, sent.by());
        });
    }

    private DeviceConfigurationView renew(String key, @Nullable DeviceEntity known, Renewal next, String by) {
        DeviceEntity row = store(key, known, next, by);
        Map<Place, Reading> readings = next.changes().readings();
        readings.forEach((at, reading) -> desk.put(at, reading, by));
        ledger.touched(written(key, readings.keySet()));
        return view(row, next.changes().told());
    }

    private Standing standing(String key) {
        DeviceEntity row = rows.findById(key);
        List<Naming> links = ruleSets.naming(key);
        var inForce = new LinkedHashMap<Changes.Link, List<Chain.Device>>();
        links.forEach(naming -> inForce.computeIfAbsent(
                Changes.Link.of(naming.at()), link -> ruleSets.inForce(link.kind(), link.key())));
        return row == null
                ? new Standing(0, "", "", links, inForce)
                : new Standing(row.revision, row.format, row.sha256, links, inForce);
    }

    private void check(@Nullable DeviceEntity row, Condition condition) {
        if (row == null) {
            condition.checkAbsent();
        } else {
            condition.check(() -> representations.bytes(view(row, Map.of())));
        }
    }

    private void refuseLikeNamed(String key, @Nullable DeviceEntity row) {
        if (row == null) {
            rows.byFoldedKey(EntityWriter.fold(key)).ifPresent(other -> {
                throw ProblemException.of(
                        ProblemType.CONFLICT, "The key " + other.id + " differs from it only by case.");
            });
        }
    }

    private DeviceEntity store(String key, @Nullable DeviceEntity known, Renewal next, String by) {
        DeviceReading reading = next.reading();
        DeviceEntity row = known == null ? new DeviceEntity() : known;
        DeviceTextEntity stored = known == null ? null : rows.text(key);
        DeviceTextEntity text = stored == null ? new DeviceTextEntity() : stored;
        row.id = key;
        row.keyFolded = EntityWriter.fold(key);
        row.revision++;
        row.format = reading.format().name();
        row.sha256 = reading.sha256();
        row.sizeBytes = reading.sizeBytes();
        row.storedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.storedBy = by;
        text.device = key;
        text.packed = next.packed();
        text.sections = reading.sections();
        if (known == null) {
            rows.persistAndFlush(row);
        }
        if (stored == null) {
            rows.store(text);
        }
        rows.flush();
        // The configuration itself may hold secrets, which the log never does; what it lets through stands at the
        // links.
        ledger.wrote(
                Address.of(CollectionName.DEVICES, key),
                known == null ? ChangeOperation.CREATED : ChangeOperation.UPDATED,
                logged(row));
        return row;
    }

    private DeviceView logged(DeviceEntity row) {
        return DeviceView.of(row, ruleSets.naming(row.id).size());
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        rows.listAll()
                .forEach(row -> taker.accept(new Snapshot(Address.of(CollectionName.DEVICES, row.id), logged(row))));
    }

    private static Map<CollectionName, Set<String>> written(String device, Set<Place> places) {
        var keys = new EnumMap<CollectionName, Set<String>>(CollectionName.class);
        keys.put(CollectionName.DEVICES, Set.of(device));
        places.forEach(at -> keys.computeIfAbsent(at.kind().collection(), none -> new TreeSet<>())
                .add(at.link()));
        return keys;
    }

    private static ProblemException changedMeanwhile() {
        return ProblemException.of(
                ProblemType.CONFLICT,
                "The device or a link that names it was changed while the configuration was read; nothing was stored. Send it again.");
    }

    /**
     * Puts into force at a place what the stored configuration of a device has for it.
     *
     * @param stated what the device does to addresses; where null, what the configuration shows
     * @throws ProblemException IMPOSSIBLE when there is no such device, or its configuration has nothing of the guard's name
     */
    public RuleSetView name(Place at, String device, GuardSelector guard, @Nullable Rewriting stated, String by) {
        var stored = transactions.readAtLength(() -> {
            desk.refuseMissing(at.kind(), at.link());
            DeviceEntity row = rows.findById(device);
            DeviceTextEntity text = rows.text(device);
            if (row == null || text == null) {
                throw missing(device);
            }
            return new Stored(row.revision, Format.valueOf(row.format), text.packed);
        });
        var parsed = new DeviceReading(device, stored.format(), DeviceTextEntity.unpacked(stored.packed()));
        Reading reading = RuleSetService.told(stored.format(), () -> parsed.of(guard, stated));
        return writes.run(() -> {
            DeviceEntity row = rows.locked(device);
            if (row == null || row.revision != stored.revision()) {
                throw changedMeanwhile();
            }
            RuleSetService.Put put = desk.put(at, reading, by);
            if (put.changed()) {
                ledger.touched(written(device, Set.of(at)));
            }
            return put.view();
        });
    }

    private record Stored(int revision, Format format, String packed) {}

    private ProblemException missing(String device) {
        String known = rows.keys().stream().limit(NAMED).collect(Collectors.joining(", "));
        return ProblemException.at(
                ProblemType.IMPOSSIBLE,
                "device",
                "There is no device with the key " + device
                        + (known.isEmpty() ? "; none has a configuration." : "; there are " + known + "."));
    }

    DeviceConfigurationView read(String key) {
        return transactions.read(() -> view(existing(key, rows.findById(key)), Map.of()));
    }

    private DeviceEntity existing(String key, @Nullable DeviceEntity row) {
        if (row == null) {
            throw ProblemException.notFound(CollectionName.DEVICES.singular(), key, rows.keys());
        }
        return row;
    }

    private DeviceConfigurationView view(DeviceEntity row, Map<Changes.Link, TrafficChange.Told> told) {
        DeviceTextEntity text = rows.text(row.id);
        List<Section> sections = text == null ? List.of() : text.sections;
        return DeviceConfigurationView.of(row, sections, ruleSets.naming(row.id), told);
    }

    Page<DeviceView> list(ListQuery query) {
        return transactions.read(() -> {
            Page<DeviceEntity> page = rows.page(query);
            Map<String, Long> links = ruleSets.namingCounts(
                    page.items().stream().map(row -> row.id).toList());
            return page.map(items -> items.stream()
                    .map(row -> DeviceView.of(row, links.getOrDefault(row.id, 0L)))
                    .toList());
        });
    }

    /** @throws ProblemException STILL_REFERENCED while links name it */
    void remove(String key, Condition condition) {
        writes.run(() -> {
            DeviceEntity row = existing(key, rows.locked(key));
            check(row, condition);
            List<Naming> links = ruleSets.naming(key);
            if (!links.isEmpty()) {
                throw ProblemException.of(
                        ProblemType.STILL_REFERENCED,
                        "Still named by "
                                + links.stream()
                                        .limit(NAMED)
                                        .map(naming -> Changes.named(naming.at()))
                                        .collect(Collectors.joining(", "))
                                + (links.size() > NAMED ? " and " + (links.size() - NAMED) + " more." : "."));
            }
            rows.remove(row);
            ledger.deleted(Address.of(CollectionName.DEVICES, key));
            ledger.touched(CollectionName.DEVICES, key);
            return key;
        });
    }
}
