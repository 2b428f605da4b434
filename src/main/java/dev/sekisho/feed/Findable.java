package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryLookup;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Hands on the records of a feed, and counts as skipped those by which no software can be found: a record that names
 * only what nobody can look up is not one that was read.
 */
final class Findable implements Consumer<AdvisoryRecord> {
    private final Consumer<AdvisoryRecord> next;
    private final List<String> reasons = new ArrayList<>();
    private long skipped;

    Findable(Consumer<AdvisoryRecord> next) {
        this.next = next;
    }

    @Override
    public void accept(AdvisoryRecord record) {
        List<String> malformed = record.affected().stream()
                .flatMap(Findable::malformed)
                .distinct()
                .toList();
        malformed.forEach(fault -> because(record, fault));
        if (canBeFound(record, malformed)) {
            next.accept(record);
            return;
        }
        skipped++;
        because(record, "it names no software that can be looked up" + ecosystems(record));
        if (isAboutACve(record)) {
            // Its affected products help nobody; what else it says belongs to a vulnerability that others name.
            next.accept(record);
        }
    }

    /** What the reader reports, less what was skipped here. */
    FeedReport report(FeedReport read) {
        return new FeedReport(
                read.read() - skipped,
                read.skipped() + skipped,
                Stream.concat(read.reasons().stream(), reasons.stream())
                        .limit(FeedReport.REASONS_KEPT)
                        .toList(),
                read.unknown(),
                read.broken());
    }

    private void because(AdvisoryRecord record, String reason) {
        if (reasons.size() < FeedReport.REASONS_KEPT) {
            reasons.add(record.id() + ": " + reason);
        }
    }

    private static boolean canBeFound(AdvisoryRecord record, List<String> malformed) {
        boolean mayBeSilent =
                malformed.isEmpty() && record.affected().stream().noneMatch(product -> product.source() == Source.OSV);
        return record.withdrawn() || mayBeSilent || record.affected().stream().anyMatch(Findable::isNamed);
    }

    private static boolean isNamed(AffectedProduct product) {
        return product.product() != null
                || product.packageName() != null && product.collectionUrl() != null
                || product.purls().stream().anyMatch(Identifiers::findsByPurl)
                || product.cpes().stream().anyMatch(Identifiers::findsByCpe);
    }

    private static Stream<String> malformed(AffectedProduct product) {
        return Stream.concat(
                product.purls().stream()
                        .filter(purl -> !Identifiers.findsByPurl(purl))
                        .map(purl -> "\"" + purl + "\" is not a package URL"),
                product.cpes().stream()
                        .filter(cpe -> !Identifiers.findsByCpe(cpe))
                        .map(cpe -> "\"" + cpe + "\" is not a CPE name"));
    }

    private static String ecosystems(AdvisoryRecord record) {
        List<String> names = record.affected().stream()
                .map(AffectedProduct::sourceName)
                .distinct()
                .limit(3)
                .toList();
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private static boolean isAboutACve(AdvisoryRecord record) {
        return Stream.concat(Stream.of(record.id()), record.aliases().stream()).anyMatch(AdvisoryLookup::isCve);
    }
}
