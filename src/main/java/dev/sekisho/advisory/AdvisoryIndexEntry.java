package dev.sekisho.advisory;

import dev.sekisho.advisory.naming.ProductIndexEntry;
import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.advisory.view.FixView;
import dev.sekisho.digest.Sha256;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of products under one vulnerability, in one form.
 *
 * @param ids every id it goes by, folded
 * @param said a digest of what the feeds said
 * @param own what persons wrote into it
 * @param names under which it can be found: it may concern any product that shares one of them
 */
record AdvisoryIndexEntry(
        String key,
        Set<String> ids,
        String said,
        CompactRecords records,
        Own own,
        @Nullable FixView fix,
        boolean withdrawn,
        Set<String> names) {

    /** What persons wrote, and when they last did. */
    record Own(List<Affected> affected, @Nullable Instant at) {}

    /**
     * What an advisory of ours says of one product.
     *
     * @param advisory key of the advisory
     * @param fix the version that mends it, where it is the one product its advisory speaks of
     */
    record Affected(
            String advisory, AffectedView product, @Nullable String fix) {
        @Nullable
        String key() {
            return product.product();
        }

        AffectedProduct statement(@Nullable String vendor, @Nullable String name) {
            return product.statement(vendor, name, fix);
        }
    }

    /** @param rows all advisories about one vulnerability */
    static AdvisoryIndexEntry of(
            String key, List<AdvisoryEntity> rows, @Nullable FixView fix, boolean withdrawn, VersionJudge judge) {
        var records = new ArrayList<AdvisoryRecord>();
        rows.forEach(row -> records.addAll(row.statementsOrNone().byFeed().values()));
        rows.forEach(row -> Stream.ofNullable(written(row)).forEach(records::add));
        List<Affected> own = rows.stream().flatMap(row -> own(row).stream()).toList();
        var names = new TreeSet<String>();
        records.forEach(record -> names.addAll(judge.prepare(record).allKeys()));
        own.stream()
                .map(Affected::key)
                .filter(Objects::nonNull)
                .forEach(product -> names.add(ProductIndexEntry.ofKey(product)));
        return new AdvisoryIndexEntry(
                key,
                ids(rows),
                Sha256.hex(said(rows)),
                CompactRecords.of(records),
                new Own(own, writtenAt(rows)),
                fix,
                withdrawn,
                Set.copyOf(names));
    }

    /** What a person wrote of products that are not ours, as a record; null where that is nothing. */
    private static @Nullable AdvisoryRecord written(AdvisoryEntity row) {
        List<AffectedProduct> said = own(row).stream()
                .filter(one -> one.key() == null)
                .map(one -> one.statement(one.product().vendor(), one.product().productName()))
                .toList();
        return said.isEmpty() ? null : AdvisoryRecord.named(row.id, null, said).at(row.ownAt);
    }

    private static List<Affected> own(AdvisoryEntity row) {
        boolean upheld = row.own != null && row.own.withdrawnOn() == null;
        if (!upheld || row.affected == null) {
            return List.of();
        }
        FixView mending = row.own.fix();
        // Of several products nobody says which one the version belongs to.
        String fix = mending == null || row.affected.size() > 1 ? null : mending.version();
        return row.affected.stream().map(one -> new Affected(row.id, one, fix)).toList();
    }

    private static @Nullable Instant writtenAt(List<AdvisoryEntity> rows) {
        return rows.stream()
                .map(row -> row.ownAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What is compared to see whether anything else is said. */
    private static String said(List<AdvisoryEntity> rows) {
        return rows.stream()
                .map(row ->
                        row.id + row.ownAt + own(row) + row.statementsOrNone().text())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> ids(List<AdvisoryEntity> rows) {
        var ids = new TreeSet<String>();
        rows.forEach(row -> {
            ids.addAll(AdvisoryLookup.folded(row.aliases));
            ids.add(row.keyFolded);
            ids.add(AdvisoryLookup.fold(row.vulnerability));
        });
        return Set.copyOf(ids);
    }

    /** Whether these advisories say nothing else; a new score or date concerns no version. */
    boolean says(List<AdvisoryEntity> rows, @Nullable FixView mending, boolean takenBack) {
        return Objects.equals(fix, mending)
                && withdrawn == takenBack
                && ids.equals(ids(rows))
                && said.equals(Sha256.hex(said(rows)));
    }

    /**
     * What it says of a product: an entry that names a product of ours by key is read as naming that very product.
     *
     * @param records of this dossier, unpacked
     */
    List<VersionJudge.Prepared> about(
            ProductIndexEntry product, String name, VersionJudge judge, List<VersionJudge.Prepared> records) {
        // Each advisory of ours is a word of its own, as each record of a feed is.
        var byAdvisory = new TreeMap<String, List<AffectedProduct>>();
        own.affected().stream()
                .filter(one -> product.product().key().equals(one.key()))
                .forEach(one -> byAdvisory
                        .computeIfAbsent(one.advisory(), any -> new ArrayList<>())
                        .add(one.statement(product.vendor(), name)));
        if (byAdvisory.isEmpty()) {
            return records;
        }
        var all = new ArrayList<>(records);
        byAdvisory.forEach((advisory, said) ->
                all.add(judge.prepare(AdvisoryRecord.named(advisory, null, said).at(own.at()))));
        return all;
    }
}
