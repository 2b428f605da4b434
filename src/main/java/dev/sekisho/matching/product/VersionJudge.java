package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Ordering;
import dev.sekisho.matching.version.VersionInName;
import dev.sekisho.matching.version.VersionScheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges installed versions against advisories. What no source settles is UNKNOWN and never clean. */
public final class VersionJudge {
    private final ProductMatcher matcher;

    public VersionJudge(ProductMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * A record with the names its products can be found under, made once for many judgements.
     *
     * @param keys for each product of the record, in its order
     */
    public record Prepared(AdvisoryRecord record, List<Set<String>> keys) {
        /** Every name the record can be found under. */
        public Set<String> allKeys() {
            var all = new TreeSet<String>();
            keys.forEach(all::addAll);
            return all;
        }
    }

    public Prepared prepare(AdvisoryRecord record) {
        return new Prepared(
                record, record.affected().stream().map(this::interned).toList());
    }

    /** The same names come back in every record of a product; one copy of each is enough. */
    private Set<String> interned(AffectedProduct affected) {
        return matcher.lookupKeys(affected).stream().map(String::intern).collect(Collectors.toUnmodifiableSet());
    }

    public Judgement judge(Installed installed, AdvisoryRecord record) {
        return judge(installed, List.of(record));
    }

    /** Judges by all records of one vulnerability together, such as the CVE record and those of NVD and OSV. */
    public Judgement judge(Installed installed, Collection<AdvisoryRecord> records) {
        return judge(
                installed,
                matcher.lookupKeys(installed),
                records.stream().map(this::prepare).toList());
    }

    /**
     * The same for records that are prepared.
     *
     * @param keys the names the installed product looks for advisories under
     */
    public Judgement judge(Installed installed, Set<String> keys, Collection<Prepared> records) {
        List<MatchEvidence> evidence = new ArrayList<>();
        for (Prepared record : records) {
            evidence.addAll(evidence(installed, keys, record));
        }
        return Judgement.of(evidence);
    }

    private List<MatchEvidence> evidence(Installed installed, Set<String> keys, Prepared prepared) {
        List<AffectedProduct> named = named(installed, keys, prepared);
        VersionInName numbered = VersionInName.of(installed.product());
        if (numbered == null || named.isEmpty()) {
            return evidence(installed, prepared.record(), named);
        }
        var whole = new HashSet<>(matcher.keysOfWholeName(installed));
        whole.retainAll(keys);
        List<AffectedProduct> wholly = named(installed, whole, prepared);
        return wholly.isEmpty()
                ? withoutItsNumber(installed, numbered, prepared.record(), named)
                : evidence(installed, prepared.record(), wholly);
    }

    private static List<AffectedProduct> named(Installed installed, Set<String> keys, Prepared prepared) {
        List<AffectedProduct> named = new ArrayList<>();
        for (int i = 0; i < prepared.keys().size(); i++) {
            AffectedProduct affected = prepared.record().affected().get(i);
            if (!Collections.disjoint(keys, prepared.keys().get(i))
                    && !ProductNames.areOtherEditions(installed.product(), affected.product())) {
                named.add(affected);
            }
        }
        return named;
    }

    /**
     * A record that names the product without its number speaks of its versions, of which the number tells what it can where
     * nobody stated more. Where the version is counted otherwise, or is not stated, no clean word is taken by it.
     */
    private List<MatchEvidence> withoutItsNumber(
            Installed installed, VersionInName numbered, AdvisoryRecord record, List<AffectedProduct> named) {
        String version = version(installed);
        Installed read = version == null ? installed.of(numbered.number()) : installed;
        List<MatchEvidence> evidence = evidence(read, record, named);
        return version != null && numbered.begins(version)
                ? evidence
                : evidence.stream()
                        .map(one -> one.answer().isClean() ? one.doubtedFor(numbered) : one)
                        .toList();
    }

    private List<MatchEvidence> evidence(Installed installed, AdvisoryRecord record, List<AffectedProduct> named) {
        List<AffectedProduct> meant = ofThisRelease(installed, named);
        Map<String, List<AffectedProduct>> bySource = new LinkedHashMap<>();
        meant.forEach(affected -> bySource.computeIfAbsent(
                        affected.source() + ":" + affected.sourceName() + ":"
                                + ProductNames.edition(affected.product()),
                        source -> new ArrayList<>())
                .add(affected));
        List<MatchEvidence> evidence = new ArrayList<>();
        if (meant.isEmpty() && !named.isEmpty()) {
            evidence.add(Release.unlisted(record.id(), named));
        }
        bySource.values()
                .forEach(entries -> read(installed, record, entries)
                        .forEach(one ->
                                evidence.add(weighed(installed, one, entries).said(record.dated()))));
        if (record.withdrawn()) {
            return evidence.stream().map(VersionJudge::withdrawn).toList();
        }
        MatchEvidence text =
                evidence.isEmpty() ? null : DescriptionReading.evidence(record, installed, version(installed));
        if (text != null) {
            evidence.add(text.said(record.dated()));
        }
        return evidence;
    }

    /** VEX of exactly the installed version was written about it; VEX of another one is a word among others. */
    private static MatchEvidence weighed(Installed installed, MatchEvidence one, List<AffectedProduct> entries) {
        String version = version(installed);
        if (one.source() != Source.VEX || version == null) {
            return one;
        }
        Function<VersionRange, Ordering> orderings = orderings(installed, entries);
        boolean exact = entries.stream()
                .flatMap(entry -> entry.ranges().stream())
                .filter(range -> range.raw().equals(one.range()))
                .anyMatch(range -> names(range, version, orderings.apply(range)));
        return exact ? one.weighing(MatchEvidence.Weight.DECIDES) : one;
    }

    private static boolean names(VersionRange range, String version, Ordering ordering) {
        String from = range.from();
        if (from == null || !range.isSingle() || VersionInterval.of(range).exact() == null) {
            return false;
        }
        OptionalInt order = ordering.compareInstalled(version, from);
        return version.equals(from) || order.isPresent() && order.getAsInt() == 0;
    }

    private static MatchEvidence withdrawn(MatchEvidence of) {
        return new MatchEvidence(of.origin(), MatchAnswer.UNKNOWN, of.range(), "the record was withdrawn", null)
                .open(Gap.WITHDRAWN);
    }

    /** What is said of another release, module stream or architecture than the installed package's settles nothing. */
    private static List<AffectedProduct> ofThisRelease(Installed installed, List<AffectedProduct> entries) {
        Release release = Release.of(installed.purl());
        List<AffectedProduct> meant =
                ModuleStreams.meant(installed, release == null ? entries : release.meant(entries));
        PackageURL purl = Packages.parse(installed.purl());
        return purl == null
                ? meant
                : meant.stream().filter(entry -> isBuiltFor(purl, entry)).toList();
    }

    private static boolean isBuiltFor(PackageURL purl, AffectedProduct entry) {
        return entry.purls().isEmpty()
                || entry.purls().stream()
                        .map(Packages::parse)
                        .anyMatch(other -> other == null || Packages.mayBeOfOneArchitecture(purl, other));
    }

    private List<MatchEvidence> read(Installed installed, AdvisoryRecord record, List<AffectedProduct> entries) {
        Applicability applicability = Applicability.of(installed);
        List<AffectedProduct> applying =
                entries.stream().filter(applicability::mayApply).toList();
        if (applying.isEmpty()) {
            return List.of(applicability.elsewhere(record.id(), entries.get(0)));
        }
        Function<VersionRange, Ordering> orderings = orderings(installed, applying);
        Variants variants = new Variants(
                applying,
                new RangeLimits(installed)::of,
                some -> new SourceReading(record.id(), some, version(installed), orderings).evidence());
        return List.of(variants.evidence());
    }

    private static @Nullable String version(Installed installed) {
        PackageURL purl = Packages.parse(installed.purl());
        String version = purl == null ? installed.version() : Packages.version(purl, installed.version());
        if (version != null) {
            return version;
        }
        CpeName cpe = CpeName.parse(installed.cpe());
        return cpe == null ? null : cpe.version();
    }

    /** A package's own ecosystem decides where the source speaks about packages; else what the range declares. */
    private static Function<VersionRange, Ordering> orderings(Installed installed, List<AffectedProduct> entries) {
        PackageURL purl = Packages.parse(installed.purl());
        boolean packaged = purl != null
                && entries.stream()
                        .anyMatch(entry -> !entry.purls().isEmpty()
                                || entry.source() == Source.OSV
                                || entry.collectionUrl() != null && entry.packageName() != null);
        if (!packaged || purl == null) {
            return Ordering::of;
        }
        Ordering ecosystem = Ordering.of(VersionScheme.ofPurlType(purl.getType()));
        Ordering exact = Ordering.of(VersionScheme.EXACT);
        return range -> "git".equalsIgnoreCase(range.versionType()) ? exact : ecosystem;
    }
}
