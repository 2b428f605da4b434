package dev.sekisho.ruleset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.FactSource;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets in force and the approved ones, held in memory as the core reads them, and written with their history.
 * The assessment alone has them read, before it makes the facts of those links; whoever else asks for the rules in force
 * asks the database which revision that is.
 */
@ApplicationScoped
public class RuleSets implements FactSource, Existing {
    /** Of compiled sets that are kept; a large one takes some megabytes. */
    private static final long KILOBYTES = 64 * 1024;

    private final RuleSetRepository rows;
    private final Transactions transactions;
    private final Ledger ledger;
    private final Map<Link, Way> ways = new ConcurrentHashMap<>();

    /** Equal rule sets are one, so that many links with the same rules take the memory of one and compare at a glance. */
    private final Interner<RuleSet> distinct = Interner.newWeakInterner();

    /** By identity, which is by content for those held here. */
    private final LoadingCache<RuleSet, Traffic> compiled = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(KILOBYTES)
            .weigher((RuleSet rules, Traffic traffic) -> traffic.kilobytes())
            .build(Traffic::of);

    RuleSets(RuleSetRepository rows, Transactions transactions, Ledger ledger) {
        this.ledger = ledger;
        this.rows = rows;
        this.transactions = transactions;
    }

    private record Link(LinkKind kind, String key) {}

    /**
     * Where a device stands.
     *
     * @param position on the way, counted from 1; a link that one device guards has it at 1
     */
    public record Place(LinkKind kind, String link, int position) {
        /** Where the only device of a link stands, or the first of several. */
        static Place first(LinkKind kind, String link) {
            return new Place(kind, link, 1);
        }

        Address address() {
            return Address.part(kind.collection(), link, "rulesets/" + position);
        }

        Address approval() {
            return Address.part(kind.collection(), link, "rulesets/" + position + "/approval");
        }
    }

    /**
     * Rules as they were read from a configuration.
     *
     * @param rewriting what counts: what was stated, else what the configuration shows
     * @param sha256 of the configuration
     * @param from absent where the configuration was sent for this place alone
     */
    public record Reading(
            Format format,
            GuardSelector guard,
            Rewriting rewriting,
            String sha256,
            long sizeBytes,
            RuleSet rules,
            @Nullable FromDevice from) {}

    /**
     * That rules were read from the stored configuration of a device.
     *
     * @param stated what the link says of rewriting
     * @param sections of the configuration that the rules depend on, as places in its list of them, from 0
     * @param missing what the configuration does not have any more, in words
     */
    public record FromDevice(
            String device,
            @Nullable Rewriting stated,
            List<Integer> sections,
            @Nullable String missing) {}

    /** A place whose rules are read from the configuration of a device, and the revision in force there. */
    public record Naming(Place at, int revision, GuardSelector guard, FromDevice from, RuleSet rules) {}

    /** Keeps numbers in one column. */
    @Converter
    public static class SectionNumbers extends JsonColumn<List<Integer>> {
        public SectionNumbers() {
            super(new TypeReference<>() {});
        }
    }

    /** Which revision is in force at a place, and since when it is stored. */
    record Standing(int position, int revision, Instant storedAt) {}

    /**
     * All that guards a link.
     *
     * @param standing what a revision holds never changes; the numbers begin again where a link is deleted and registered
     *     anew, the times do not
     * @param rules what all devices in force let through
     * @param approved what they would with the approved rules; a device without any counts as it is
     */
    private record Way(
            List<Standing> standing,
            @Nullable RuleSet rules,
            @Nullable RuleSet approved) {}

    @Override
    public void readAll() {
        ways.clear();
        hold(rows.allThatCount());
    }

    @Override
    public void readAgain(Map<CollectionName, Set<String>> changed) {
        for (LinkKind kind : LinkKind.values()) {
            readAgain(kind, changed.getOrDefault(kind.collection(), Set.of()));
        }
    }

    private void readAgain(LinkKind kind, Set<String> links) {
        links.forEach(key -> ways.remove(new Link(kind, key)));
        for (List<String> chunk : Chunks.of(links)) {
            hold(rows.thatCount(kind, chunk));
        }
    }

    private void hold(List<RuleSetEntity> counting) {
        counting.stream()
                .collect(Collectors.groupingBy(row -> new Link(row.id.linkKind(), row.id.linkKey())))
                .forEach((link, rowsThere) -> ways.put(link, way(rowsThere)));
    }

    private Way way(List<RuleSetEntity> counting) {
        var inForce = new TreeMap<Integer, RuleSetEntity>();
        var approved = new TreeMap<Integer, RuleSetEntity>();
        for (RuleSetEntity row : counting) {
            if (row.current) {
                inForce.put(row.id.place(), row);
            }
            if (row.approved) {
                approved.put(row.id.place(), row);
            }
        }
        List<Standing> standing = inForce.values().stream()
                .map(row -> new Standing(row.id.place(), row.id.revision(), row.storedAt))
                .toList();
        RuleSet rules = whole(inForce);
        boolean anyApproved = !approved.isEmpty();
        inForce.forEach(approved::putIfAbsent);
        return new Way(standing, rules, anyApproved ? whole(approved) : null);
    }

    private Chain.Device device(RuleSetEntity row) {
        return new Chain.Device(row.id.place(), distinct.intern(row.rules.fact()), row.rewriting());
    }

    private @Nullable RuleSet whole(SortedMap<Integer, RuleSetEntity> byPosition) {
        List<Chain.Device> devices =
                byPosition.values().stream().map(this::device).toList();
        return devices.isEmpty() ? null : distinct.intern(Chain.of(devices));
    }

    /** The day in UTC when the rules in force were stored; the oldest count where several devices have some. */
    @Nullable
    public LocalDate storedOn(LinkKind kind, String link) {
        Way known = ways.get(new Link(kind, link));
        return known == null
                ? null
                : known.standing().stream()
                        .map(standing -> LocalDate.ofInstant(standing.storedAt(), ZoneOffset.UTC))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The rules in force when the link was last read. */
    @Nullable
    public RuleSet current(LinkKind kind, String link) {
        Way known = ways.get(new Link(kind, link));
        return known == null ? null : known.rules();
    }

    /** The approved rules when the link was last read. */
    @Nullable
    public RuleSet approved(LinkKind kind, String link) {
        Way known = ways.get(new Link(kind, link));
        return known == null ? null : known.approved();
    }

    /**
     * The rule sets in force now, ready to be asked.
     *
     * @throws dev.sekisho.risk.traffic.rule.TooComplexException if its rules interact in more ways than can be held
     */
    @Nullable
    Traffic traffic(LinkKind kind, String link) {
        RuleSet rules = transactions.readWithin(() -> stored(kind, link));
        return rules == null ? null : compiled.get(rules);
    }

    /** What all devices let through now, in the transaction at hand. */
    @Nullable
    RuleSet stored(LinkKind kind, String link) {
        Way known = ways.get(new Link(kind, link));
        return known != null && known.standing().equals(rows.standing(kind, link))
                ? known.rules()
                : way(rows.current(kind, link)).rules();
    }

    /** The devices in force at a link, in the order of the way, in the transaction at hand. */
    public List<Chain.Device> inForce(LinkKind kind, String link) {
        return rows.current(kind, link).stream().map(this::device).toList();
    }

    /** The places whose rules are read from a device's configuration, in a fixed order, in the transaction at hand. */
    public List<Naming> naming(String device) {
        return rows.naming(device).stream().map(RuleSets::naming).toList();
    }

    private static Naming naming(RuleSetEntity row) {
        List<Integer> sections = row.sectionsRead == null ? List.of() : row.sectionsRead;
        return new Naming(
                row.id.at(),
                row.id.revision(),
                GuardSelector.ofText(row.guard == null ? "" : row.guard),
                new FromDevice(String.valueOf(row.device), row.statedRewriting, sections, row.missing),
                row.rules.fact());
    }

    /** How many places name each of some devices, in the transaction at hand. */
    public Map<String, Long> namingCounts(Collection<String> devices) {
        return devices.isEmpty() ? Map.of() : rows.naming(devices);
    }

    /** Writes a rule set as the one in force at its place; the one before stays as history. */
    RuleSetEntity replace(Place at, RuleSetEntity next) {
        Optional<RuleSetEntity> before = rows.current(at);
        before.ifPresent(row -> row.current = false);
        next.id = new RuleSetEntity.Id(at.kind(), at.link(), at.position(), rows.newest(at) + 1);
        next.current = true;
        rows.persistAndFlush(next);
        ledger.wrote(
                at.address(),
                before.isEmpty() ? ChangeOperation.CREATED : ChangeOperation.UPDATED,
                RuleSetView.of(next, true));
        return next;
    }

    /** Makes a revision the one that those in force are held against. */
    void approve(RuleSetEntity row, Instant at, String by) {
        Optional<RuleSetEntity> earlier = rows.approved(row.id.at());
        earlier.ifPresent(other -> other.approved = false);
        row.approved = true;
        row.approvedAt = at;
        row.approvedBy = by;
        rows.flush();
        ledger.wrote(
                row.id.at().approval(),
                earlier.isEmpty() ? ChangeOperation.CREATED : ChangeOperation.UPDATED,
                Approval.of(row));
    }

    /** What the change log keeps of an approval. */
    private record Approval(
            int revision,
            String sha256,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy) {
        static Approval of(RuleSetEntity row) {
            return new Approval(row.id.revision(), row.sha256, row.approvedAt, row.approvedBy);
        }
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        for (RuleSetEntity row : rows.allThatCount()) {
            if (row.current) {
                taker.accept(new Snapshot(row.id.at().address(), RuleSetView.of(row, true)));
            }
            if (row.approved) {
                taker.accept(new Snapshot(row.id.at().approval(), Approval.of(row)));
            }
        }
    }

    void remove(RuleSetEntity row) {
        row.current = false;
        ledger.deleted(row.id.at().address());
    }

    public void forget(LinkKind kind, String link) {
        rows.current(kind, link).forEach(row -> ledger.deleted(row.id.at().address()));
        rows.forget(kind, link);
    }
}
