package dev.sekisho.matching.product;

import dev.sekisho.matching.product.Placement.Where;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Ordering;
import dev.sekisho.matching.version.VendorVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all that one source says of one product as one statement, because many spread their ranges over several entries. */
final class SourceReading {
    private static final int RANGES_SHOWN = 12;
    private static final String NO_VERSIONS = "the source names no versions";

    private final String recordId;
    private final List<AffectedProduct> entries;
    private final @Nullable String installed;
    private final Function<VersionRange, Ordering> orderings;
    private final List<Placement> placements = new ArrayList<>();

    SourceReading(
            String recordId,
            List<AffectedProduct> entries,
            @Nullable String installed,
            Function<VersionRange, Ordering> orderings) {
        this.recordId = recordId;
        this.entries = entries;
        this.installed = installed;
        this.orderings = orderings;
    }

    MatchEvidence evidence() {
        if (entries.stream().allMatch(AffectedProduct::namesNoVersions)) {
            // Who writes n/a for the versions in an advisory on a product may well mean all of them.
            boolean all = (source() == Source.ADVISORY || source() == Source.VEX)
                    && entries.stream().allMatch(AffectedProduct::unspecified);
            return unknown(shown(), NO_VERSIONS, all ? Gap.ALL_VERSIONS_MAY_BE_MEANT : Gap.NO_VERSIONS);
        }
        if (installed == null || installed.isBlank()) {
            return ofUnknownVersion();
        }
        for (AffectedProduct entry : entries) {
            for (VersionRange range : entry.ranges()) {
                if (range.isRemedy()) {
                    continue;
                }
                placements.add(doubted(Placing.place(installed, range, orderings.apply(range))));
            }
        }
        MatchEvidence inside = inside();
        return inside != null ? inside : outside();
    }

    /**
     * Who calls every version affected means the installed one, whichever it is. Else it is our gap, unless the source names
     * no version either, or none that can be read.
     */
    private MatchEvidence ofUnknownVersion() {
        List<VersionRange> ranges = entries.stream()
                .flatMap(entry -> entry.ranges().stream())
                .filter(range -> !range.isRemedy())
                .toList();
        boolean allAffected = ranges.isEmpty()
                ? defaultStatus() == Status.AFFECTED
                : ranges.stream().allMatch(VersionInterval::callsAllAffected);
        if (allAffected) {
            String fix = repairs().first();
            return new MatchEvidence(origin(), MatchAnswer.AFFECTED, shown(), "every version is meant", fix);
        }
        boolean readable =
                ranges.stream().anyMatch(range -> VersionInterval.of(range).unreadable() == null);
        return unknown(
                shown(),
                "the installed version is not known",
                readable || defaultStatus() != Status.UNKNOWN ? Gap.VERSION_MISSING : Gap.RANGE_UNREADABLE);
    }

    /** Where an author of a CVE record fills in the last affected version twice, every earlier one is mostly meant. */
    private Placement doubted(Placement placement) {
        VersionRange range = placement.range();
        boolean twice = range.status() == Status.AFFECTED
                && range.from() != null
                && range.from().equals(range.lessThanOrEqual());
        boolean record = source() == Source.CNA || source() == Source.ADP;
        return twice && record && placement.is(Where.BEFORE)
                ? Placement.leftOpen(range, placement.words() + ", up to which may be meant")
                : placement;
    }

    /** What the ranges say that hold the version; null when none does. */
    private @Nullable MatchEvidence inside() {
        List<Placement> inside = mostSpecific();
        if (inside.isEmpty()) {
            return null;
        }
        Placement affected = first(inside, Status.AFFECTED);
        Placement clean =
                inside.stream().filter(SourceReading::isClean).findFirst().orElse(null);
        if (affected != null && clean != null && isOfOtherBases(affected) && repairsTheBase(clean)) {
            return clean(clean);
        }
        if (affected != null && clean != null) {
            return evidence(
                    MatchAnswer.CONFLICT,
                    affected,
                    affected.words() + ", but also: " + clean.words() + " (" + clean.range() + ")");
        }
        if (affected != null) {
            Placement repaired = repairs().onItsBranch(affected);
            return repaired == null
                    ? evidence(MatchAnswer.AFFECTED, affected, affected.words())
                    : unknown(
                                    affected.range().raw(),
                                    affected.words() + ", but also: " + repaired.words() + " (" + repaired.range()
                                            + "), and the source does not say where either begins",
                                    Gap.RANGE_AMBIGUOUS)
                            .weighing(MatchEvidence.Weight.DOUBTS);
        }
        return clean == null
                ? unknown(inside.get(0).range().raw(), inside.get(0).words(), Gap.SOURCE_UNDECIDED)
                        .weighing(MatchEvidence.Weight.DOUBTS)
                : clean(clean);
    }

    /** Of two lists of repairs, the one that names the installed version's base is meant for it. */
    private boolean isOfOtherBases(Placement affected) {
        return !affected.range().changes().isEmpty() && !repairsTheBase(affected);
    }

    private boolean repairsTheBase(Placement placement) {
        VersionRange range = placement.range();
        String version = String.valueOf(installed);
        return new StatusChanges(version, VendorVersion.parse(version), range, orderings.apply(range)).repairTheBase();
    }

    /** A version named by itself outweighs the range around it. */
    private List<Placement> mostSpecific() {
        List<Placement> inside = placements.stream()
                .filter(placement -> placement.is(Where.INSIDE) && !isOneOfManyBuilds(placement))
                .toList();
        List<Placement> named = inside.stream()
                .filter(placement -> placement.range().isSingle()
                        && VersionInterval.of(placement.range()).exact() != null)
                .toList();
        return named.isEmpty() ? inside : named;
    }

    /** A source that names builds of a release one by one does not mean them all when it names the release. */
    private boolean isOneOfManyBuilds(Placement placement) {
        VersionRange release = placement.range();
        return Placing.isBuildOf(String.valueOf(installed), release, orderings.apply(release))
                && placements.stream()
                        .map(Placement::range)
                        .filter(other -> other != release && other.isSingle() && other.from() != null)
                        .anyMatch(other ->
                                Placing.isBuildOf(String.valueOf(other.from()), release, orderings.apply(release)));
    }

    private static @Nullable Placement first(List<Placement> placements, Status status) {
        return placements.stream()
                .filter(placement -> placement.status() == status)
                .findFirst()
                .orElse(null);
    }

    private static boolean isClean(Placement placement) {
        return placement.status() == Status.UNAFFECTED || placement.status() == Status.FIXED;
    }

    private MatchEvidence clean(Placement clean) {
        // Something unreadable beside it may still mean this version; a source's own plain word outweighs that.
        boolean repaired = clean.repairedAt() != null || clean.status() == Status.FIXED || followsAffected();
        String fix = clean.repairedAt() != null
                ? clean.repairedAt()
                : repaired ? VersionInterval.of(clean.range()).exact() : null;
        return new MatchEvidence(
                origin(),
                repaired ? MatchAnswer.FIXED : MatchAnswer.NOT_AFFECTED,
                clean.range().raw(),
                clean.words(),
                fix);
    }

    private boolean followsAffected() {
        return placements.stream()
                .anyMatch(placement ->
                        placement.is(Where.AFTER) && placement.range().status() == Status.AFFECTED);
    }

    /** What follows for a version no range holds. */
    private MatchEvidence outside() {
        Status otherwise = defaultStatus();
        List<Placement> open = open(otherwise);
        if (!open.isEmpty()) {
            // Where one of several is open by our own gap, that one would have to be closed first.
            Placement shown = open.stream()
                    .filter(placement -> !placement.leftOpen())
                    .findFirst()
                    .orElse(open.get(0));
            return unknown(shown.range().raw(), shown.words(), gap(shown)).weighing(MatchEvidence.Weight.DOUBTS);
        }
        if (otherwise == Status.AFFECTED) {
            return otherwiseAffected();
        }
        MatchEvidence fixed = fixed();
        if (fixed != null) {
            return fixed;
        }
        if (otherwise == Status.UNAFFECTED) {
            return new MatchEvidence(
                    origin(),
                    MatchAnswer.NOT_AFFECTED,
                    shown(),
                    installed + " is in no range, and the source calls every other version unaffected",
                    null);
        }
        MatchEvidence before = source() == Source.NVD ? before() : null;
        return before != null
                ? before
                : unknown(
                        shown(),
                        installed + " is in no range, and the source does not say what that means",
                        Gap.OUTSIDE_NOT_SAID);
    }

    /** A person who names a fix and no versions calls all affected but that very one, so that patching ends it. */
    private MatchEvidence otherwiseAffected() {
        String installedFix = placements.isEmpty() ? repairs().installed() : null;
        if (installedFix != null) {
            String words = installed + " equals " + installedFix + ", the fix the advisory names";
            return new MatchEvidence(origin(), MatchAnswer.FIXED, shown(), words, installedFix);
        }
        String words = placements.isEmpty()
                ? "the advisory names no versions: all are affected"
                : installed + " is in no range, and the source calls every other version affected";
        return new MatchEvidence(
                origin(), MatchAnswer.AFFECTED, shown(), words, repairs().first());
    }

    private Repairs repairs() {
        return new Repairs(String.valueOf(installed), entries, placements, orderings);
    }

    private Status defaultStatus() {
        List<Status> defaults = entries.stream()
                .filter(entry -> !entry.unspecified())
                .map(AffectedProduct::defaultStatus)
                .distinct()
                .toList();
        boolean silent = entries.stream().anyMatch(AffectedProduct::unspecified);
        if (defaults.contains(Status.AFFECTED)) {
            return Status.AFFECTED;
        }
        return !silent && defaults.equals(List.of(Status.UNAFFECTED)) ? Status.UNAFFECTED : Status.UNKNOWN;
    }

    /** The ranges that might hold the version and would change the answer, for all we can compare. */
    private List<Placement> open(Status otherwise) {
        Status harmless = otherwise == Status.AFFECTED ? Status.AFFECTED : Status.UNAFFECTED;
        return placements.stream()
                .filter(placement -> placement.is(Where.UNDECIDED) && maySayOtherThan(harmless, placement.range()))
                .toList();
    }

    private static boolean maySayOtherThan(Status harmless, VersionRange range) {
        return range.status() != harmless || range.changes().stream().anyMatch(change -> change.status() != harmless);
    }

    private @Nullable MatchEvidence fixed() {
        for (Placement placement : placements) {
            String fix = placement.is(Where.AFTER) ? repairs().reachedIn(placement) : null;
            if (fix != null) {
                return evidence(
                        MatchAnswer.FIXED,
                        placement,
                        installed + " >= " + fix + ", the first version outside the range",
                        fix);
            }
        }
        return null;
    }

    /** Before the first affected version of its own line: the source looked at the line and left this version out. */
    private @Nullable MatchEvidence before() {
        VendorVersion version = VendorVersion.parse(String.valueOf(installed));
        for (Placement placement : placements) {
            String end = Repairs.end(placement.range());
            VendorVersion upper = end == null ? null : VendorVersion.parse(end);
            if (placement.is(Where.BEFORE)
                    && version != null
                    && upper != null
                    && ReleaseLine.of(placement.range()).holds(version, upper)) {
                return evidence(MatchAnswer.NOT_AFFECTED, placement, placement.words() + ", before the range");
            }
        }
        return null;
    }

    private MatchEvidence evidence(MatchAnswer answer, Placement placement, String words) {
        return evidence(
                answer, placement, words, answer.isClean() ? null : repairs().nextAfter(placement));
    }

    private MatchEvidence evidence(MatchAnswer answer, Placement placement, String words, @Nullable String fix) {
        return new MatchEvidence(origin(), answer, placement.range().raw(), words, fix);
    }

    private static Gap gap(Placement open) {
        if (!open.leftOpen()) {
            return Gap.VERSION_SPELLING;
        }
        return VersionInterval.of(open.range()).unreadable() == null ? Gap.RANGE_AMBIGUOUS : Gap.RANGE_UNREADABLE;
    }

    private MatchEvidence unknown(String range, String words, Gap why) {
        boolean known = installed != null && !installed.isBlank();
        // What is not settled is no worse than it would be if it were proven, and then a repair would be named.
        String fix = repairs().forUndecided(known);
        return new MatchEvidence(origin(), MatchAnswer.UNKNOWN, range, words, fix).open(why);
    }

    private MatchEvidence.Origin origin() {
        return new MatchEvidence.Origin(source(), name(), recordId);
    }

    private Source source() {
        return entries.get(0).source();
    }

    private String name() {
        return entries.get(0).sourceName();
    }

    private String shown() {
        List<VersionRange> ranges =
                entries.stream().flatMap(entry -> entry.ranges().stream()).toList();
        String text = ranges.stream().limit(RANGES_SHOWN).map(VersionRange::raw).collect(Collectors.joining("; "));
        return ranges.size() > RANGES_SHOWN ? text + "; and " + (ranges.size() - RANGES_SHOWN) + " more" : text;
    }
}
