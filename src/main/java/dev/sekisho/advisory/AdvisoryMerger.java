package dev.sekisho.advisory;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.KevEntry;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays what feeds say into the advisories: each source speaks for itself, and nothing it did not say is lost. */
@ApplicationScoped
public class AdvisoryMerger {
    /** How many records to hand over at once. */
    public static final int CHUNK = 500;

    private final AdvisoryRepository rows;
    private final AdvisoryRegistry registry;
    private final AdvisoryGroups groups;
    private final AliasRows aliases;
    private final EpssLookup scores;
    private final Clock clock;

    AdvisoryMerger(
            AdvisoryRepository rows,
            AdvisoryRegistry registry,
            AdvisoryGroups groups,
            AliasRows aliases,
            EpssLookup scores,
            Clock clock) {
        this.rows = rows;
        this.registry = registry;
        this.groups = groups;
        this.aliases = aliases;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * What became of some records.
     *
     * @param changed keys of the advisories that changed
     * @param older how many records were older than what is held of the same source
     * @param undated how many bear no date
     */
    public record Taken(Set<String> changed, int older, int undated) {}

    /** @param score of exploitation, for what is new */
    public Taken takeOver(String feed, List<AdvisoryRecord> records, Function<String, @Nullable Double> score) {
        Merging merging = merging();
        merging.expect(feed, records);
        records.forEach(record -> merging.take(feed, record));
        return new Taken(merging.finished(score), merging.older(), undated(records));
    }

    public Taken takeOver(String feed, List<AdvisoryRecord> records) {
        return takeOver(feed, records, scores::of);
    }

    private static int undated(List<AdvisoryRecord> records) {
        return (int) records.stream().filter(record -> record.dated() == null).count();
    }

    private Merging merging() {
        return new Merging(rows, this::started, aliases, groups, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private AdvisoryEntity started(String id) {
        AdvisoryEntity row = registry.blank();
        row.id = AdvisoryLookup.key(id);
        row.keyFolded = AdvisoryLookup.fold(id);
        row.name = row.id;
        row.cve = AdvisoryLookup.isCve(id) ? id : null;
        row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    /** Takes over entries of the catalogue of exploited vulnerabilities, in place of what was held of them. */
    public Set<String> takeOverExploited(
            List<KevEntry> entries, KevHistory.Compared catalogue, Function<String, @Nullable Double> score) {
        Merging merging = merging();
        merging.expect(
                Label.KEV, entries.stream().map(entry -> listed(entry, null)).toList());
        entries.forEach(entry ->
                merging.list(listed(entry, catalogue.removed().get(entry.cveId())), catalogue.sameDate(entry)));
        return merging.finished(score);
    }

    /** Notes of entries that the catalogue no longer lists when it was first seen without them. */
    public Set<String> markRemoved(Map<String, LocalDate> removed, Function<String, @Nullable Double> score) {
        Merging merging = merging();
        merging.expect(
                Label.KEV,
                removed.keySet().stream()
                        .map(cve -> AdvisoryRecord.named(cve, null, List.of()))
                        .toList());
        removed.forEach(merging::unlist);
        return merging.finished(score);
    }

    /** The catalogue names vendor and product and no versions: enough to raise the question, never to settle it. */
    private static AdvisoryRecord listed(KevEntry entry, @Nullable LocalDate removedOn) {
        AffectedProduct product = AffectedProduct.named(
                Source.ADVISORY, "CISA KEV", entry.vendor(), entry.product(), Status.UNKNOWN, List.of());
        var exploited = new Exploited(
                Label.KEV,
                entry.dateAdded(),
                null,
                entry.dueDate(),
                entry.ransomware(),
                entry.forensicTriage(),
                removedOn);
        return new AdvisoryRecord(
                entry.cveId(),
                Set.of(),
                null,
                entry.wording(),
                Issued.UNDATED,
                new Threat(null, null, exploited, false),
                List.of(product));
    }

    Function<String, @Nullable Double> scores() {
        return scores.book()::of;
    }

    /** The advisory that keeps what feeds say of a CVE, made where there is none. */
    AdvisoryEntity home(String cve) {
        AdvisoryLookup roll = groups.roll();
        roll.look(Set.of(AdvisoryLookup.fold(cve)));
        AdvisoryEntity known = roll.home(cve);
        if (known != null && known.keyFolded.equals(AdvisoryLookup.fold(cve))) {
            return known;
        }
        AdvisoryEntity row = started(cve);
        rows.persist(row);
        return row;
    }

    /** The key of the advisory that keeps what feeds say of this id. */
    public String keyOf(String id) {
        AdvisoryLookup roll = groups.roll();
        roll.look(Set.of(AdvisoryLookup.fold(id)));
        AdvisoryEntity row = roll.home(id);
        return row == null ? id : row.id;
    }

    /** Gives the scores of a new release to what persons wrote. */
    public Set<String> rescore() {
        var changed = new TreeSet<String>();
        Function<String, @Nullable Double> score = scores.book()::of;
        List<AdvisoryEntity> own = rows.ownAfter("", CHUNK);
        while (!own.isEmpty()) {
            String last = own.get(own.size() - 1).id;
            changed.addAll(groups.settle(groups.roll(), own, Set.of(), score));
            settle();
            own = rows.ownAfter(last, CHUNK);
        }
        return changed;
    }

    /** Lets go of what is written, so that memory and the search for changes do not grow with the feed. */
    public void settle() {
        rows.flush();
        rows.getEntityManager().clear();
    }
}
