package dev.sekisho.advisory;

import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.Exploited;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some records of one feed on their way into the advisories. Where a record belongs follows from what is said in all: to
 * its CVE ids, else to the advisory that names it, else to the least of the ids that name each other.
 */
final class Merging {
    private static final Comparator<AdvisoryRecord> LESS_SAFE = Comparator.comparing(
                    (AdvisoryRecord entry) -> entry.exploited() == null)
            .thenComparing(
                    entry -> entry.exploited() == null || entry.exploited().ransomware() == null)
            .thenComparing(
                    entry ->
                            entry.exploited() == null ? null : entry.exploited().dueDate(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.exploited() == null
                    || !Boolean.TRUE.equals(entry.exploited().forensicTriage()))
            .thenComparing(AdvisoryRecord::toString);

    private final AdvisoryRepository rows;
    private final Function<String, AdvisoryEntity> start;
    private final AliasRows aliases;
    private final AdvisoryGroups groups;
    private final Instant now;
    private final AdvisoryLookup roll;

    /** What is written, with the names it had before. */
    private final Map<AdvisoryEntity, Set<String>> written = new LinkedHashMap<>();

    private int older;

    Merging(
            AdvisoryRepository rows,
            Function<String, AdvisoryEntity> start,
            AliasRows aliases,
            AdvisoryGroups groups,
            Instant now) {
        this.rows = rows;
        this.start = start;
        this.aliases = aliases;
        this.groups = groups;
        this.now = now;
        this.roll = groups.roll();
    }

    /** Reads at once what some records of a feed may concern. */
    void expect(String feed, Collection<AdvisoryRecord> records) {
        roll.look(records.stream()
                .flatMap(record -> Stream.concat(
                        AdvisoryLookup.names(record).map(AdvisoryLookup::fold),
                        Stream.ofNullable(Label.mark(Label.of(feed, record)))))
                .collect(Collectors.toSet()));
    }

    int older() {
        return older;
    }

    /** Takes a record unless a later one of its source is held: of that only the evidence of exploitation counts. */
    void take(String feed, AdvisoryRecord record) {
        String label = Label.of(feed, record);
        List<AdvisoryEntity> holders = holders(label, record);
        if (holders.stream().anyMatch(row -> row.statementsOrNone().wouldBe(label, record) == Statements.Laid.OLDER)) {
            older++;
            remember(label, record);
            return;
        }
        Set<String> names = AliasFamily.joining(record);
        List<AdvisoryEntity> left = Label.mark(label) == null
                ? List.of()
                : holders.stream()
                        .filter(row -> drop(row, label, record, names))
                        .toList();
        List<AdvisoryEntity> homes = lay(label, record, names);
        if (homes.size() == 1) {
            left.forEach(row -> inherit(row, homes.get(0)));
        }
        place(names);
    }

    /** What holds the document; where there is one record for a CVE, the advisory of that. */
    private List<AdvisoryEntity> holders(String label, AdvisoryRecord record) {
        String mark = Label.mark(label);
        return mark == null ? Stream.ofNullable(roll.home(record.id())).toList() : roll.named(Set.of(mark));
    }

    private void remember(String label, AdvisoryRecord record) {
        Exploited known = record.exploited();
        List<String> cves = AdvisoryLookup.cves(record);
        if (known != null && cves.isEmpty()) {
            place(AliasFamily.of(roll, record.id(), Label.ofEvidence(label, record), known));
        } else if (known != null) {
            cves.stream()
                    .map(this::home)
                    .forEach(row -> change(row, row.statementsOrNone().with(label, known)));
        }
    }

    /**
     * What a later version of a document no longer says counts no longer, nor what it was called.
     *
     * @param names takes in the names that may join nothing any more
     */
    private boolean drop(AdvisoryEntity row, String label, AdvisoryRecord later, Set<String> names) {
        List<AdvisoryRecord> held = row.statementsOrNone().under(label);
        if (held.stream().noneMatch(one -> Label.compareDates(one, later) < 0)) {
            return false;
        }
        held.forEach(one -> names.addAll(AliasFamily.joining(one)));
        write(row, row.statementsOrNone().without(label));
        return true;
    }

    /** Puts a record where it belongs: to its CVE ids, which may be several, else with those that share its names. */
    private List<AdvisoryEntity> lay(String label, AdvisoryRecord record, Set<String> names) {
        List<String> cves = AdvisoryLookup.cves(record);
        if (cves.isEmpty()) {
            AliasFamily family = AliasFamily.of(roll, new AliasFamily.Said(label, record));
            names.removeAll(family.names());
            return place(family);
        }
        List<AdvisoryEntity> homes = cves.stream().map(this::home).distinct().toList();
        homes.stream()
                .filter(row -> row.statementsOrNone().wouldBe(label, record) == Statements.Laid.TAKEN)
                .forEach(row -> write(row, row.statementsOrNone().with(label, record)));
        return homes;
    }

    /** Puts all that goes by these names where it belongs now. */
    private void place(Set<String> names) {
        while (!names.isEmpty()) {
            AliasFamily family = AliasFamily.named(roll, names.iterator().next());
            names.removeAll(family.names());
            if (!family.isEmpty()) {
                place(family);
            }
        }
    }

    private List<AdvisoryEntity> place(AliasFamily family) {
        List<AdvisoryEntity> homes =
                family.homes().stream().map(this::home).distinct().toList();
        family.rows().stream().filter(row -> !homes.contains(row)).forEach(row -> {
            if (homes.size() == 1) {
                inherit(row, homes.get(0));
            }
            write(row, family.outOf(row.statementsOrNone()));
        });
        homes.forEach(row -> change(row, family.into(row.statementsOrNone())));
        return homes;
    }

    private AdvisoryEntity home(String id) {
        AdvisoryEntity known = roll.home(id);
        if (known != null) {
            return known;
        }
        AdvisoryEntity row = start.apply(id);
        roll.add(row);
        return row;
    }

    /** No clock starts anew because a flaw got another name. */
    private static void inherit(AdvisoryEntity from, AdvisoryEntity to) {
        to.recordedOn = from.recordedOn.isBefore(to.recordedOn) ? from.recordedOn : to.recordedOn;
        to.createdAt = from.createdAt.isBefore(to.createdAt) ? from.createdAt : to.createdAt;
    }

    private void change(AdvisoryEntity row, Statements next) {
        if (!next.equals(row.statementsOrNone())) {
            write(row, next);
        }
    }

    private void write(AdvisoryEntity row, Statements next) {
        written.putIfAbsent(row, row.saidNames());
        row.statements = next.isEmpty() ? null : next;
        roll.add(row);
    }

    /**
     * Puts an entry of the catalogue of exploited vulnerabilities in place of what was held of it.
     *
     * @param sameDate whether that is of the same date; then the less safe of both stays
     */
    void list(AdvisoryRecord entry, boolean sameDate) {
        AdvisoryEntity row = home(entry.id());
        AdvisoryRecord held = row.statementsOrNone().byFeed().get(Label.KEV);
        boolean stays = sameDate && held != null && LESS_SAFE.compare(held, entry) <= 0;
        if (!entry.equals(held) && !stays) {
            write(row, row.statementsOrNone().replacing(Label.KEV, entry));
        }
    }

    /** The catalogue no longer lists it; it stays exploited. */
    void unlist(String cve, @Nullable LocalDate removedOn) {
        AdvisoryEntity row = roll.home(cve);
        AdvisoryRecord held =
                row == null ? null : row.statementsOrNone().byFeed().get(Label.KEV);
        if (held != null) {
            list(removed(held, row.exploited, removedOn), false);
        }
    }

    private static AdvisoryRecord removed(
            AdvisoryRecord held, @Nullable ExploitedView shown, @Nullable LocalDate removedOn) {
        Exploited known = held.exploited();
        Exploited before = known != null || shown == null
                ? known
                : new Exploited(
                        Label.KEV,
                        shown.date(),
                        null,
                        shown.dueDate(),
                        shown.ransomware(),
                        shown.forensicTriage(),
                        null);
        Exploited evidence = before == null
                ? new Exploited(Label.KEV, null, null, null, null, null, removedOn)
                : new Exploited(
                        before.source(),
                        before.since(),
                        before.reference(),
                        before.dueDate(),
                        before.ransomware(),
                        before.forensicTriage(),
                        removedOn);
        return held.with(evidence);
    }

    /**
     * Writes everything down.
     *
     * @param score of exploitation, for a CVE
     * @return keys of the advisories that changed
     */
    Set<String> finished(Function<String, @Nullable Double> score) {
        var changed = new TreeSet<String>();
        var kept = new LinkedHashSet<AdvisoryEntity>();
        var before = new TreeSet<String>();
        written.forEach((row, names) -> {
            before.addAll(names);
            before.add(row.keyFolded);
            changed.add(row.id);
            if (row.own == null && row.statementsOrNone().isEmpty()) {
                remove(row);
            } else {
                kept.add(row);
            }
        });
        kept.forEach(this::keep);
        aliases.keep(kept.stream()
                .filter(row -> !row.saidNames().equals(written.get(row)))
                .toList());
        changed.addAll(groups.settle(roll, kept, before, score));
        return changed;
    }

    private void keep(AdvisoryEntity row) {
        row.updatedAt = now;
        if (!rows.isPersistent(row)) {
            rows.persist(row);
        }
    }

    private void remove(AdvisoryEntity row) {
        roll.remove(row);
        if (rows.isPersistent(row)) {
            aliases.remove(List.of(row.id));
            rows.delete(row);
        }
    }
}
