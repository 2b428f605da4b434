package dev.sekisho.feed.cve;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a container's {@code affected} list. */
final class Cve5Affected {
    private static final List<String> STATUSES = List.of("affected", "unaffected", "unknown");
    private static final Pattern RELEASE = Pattern.compile("([1-9]\\d*)\\.\\d+(?![.\\d])");
    private static final Pattern EDITION = Pattern.compile(
            "\\s*(v?\\d[\\d.]*)[ _-]?(?!(?i:ga|final|release|alpha|beta|rc|cr|dev|pre|preview|snapshot|[a-z])\\s*$)([A-Za-z]{1,8})\\s*");
    private static final Pattern BUILD = Pattern.compile("(\\d+)\\.\\d+");

    private Cve5Affected() {}

    /** One for the product, and one for each edition whose ranges name it beside the version. */
    static List<AffectedProduct> read(Fields entry, Fields container, Source source, String sourceName) {
        Map<String, List<VersionRange>> byEdition = new LinkedHashMap<>();
        for (Fields version : entry.objects("versions")) {
            String edition = edition(version);
            byEdition.computeIfAbsent(edition, any -> new ArrayList<>()).add(range(version, edition));
        }
        if (byEdition.isEmpty()) {
            byEdition.put("", List.of());
        }
        List<AffectedProduct> found = new ArrayList<>();
        byEdition.forEach(
                (edition, ranges) -> found.add(product(entry, container, source, sourceName, edition, ranges)));
        return found;
    }

    private static AffectedProduct product(
            Fields entry,
            Fields container,
            Source source,
            String sourceName,
            String edition,
            List<VersionRange> stated) {
        String product = named(entry.text("product"));
        List<VersionRange> ranges = new ArrayList<>(stated);
        boolean says = !saysNothing(entry, ranges);
        ranges.addAll(Cve5Solutions.repairing(product, container));
        Set<String> cpes = entry.texts("cpes");
        String purl = entry.text("packageURL");
        return new AffectedProduct(
                source,
                sourceName,
                new ProductIdentity(
                        named(entry.text("vendor")),
                        product == null || edition.isEmpty() ? product : product.strip() + " (" + edition + ")",
                        entry.text("packageName"),
                        entry.text("collectionURL"),
                        purl == null ? Set.of() : Set.of(purl),
                        cpes),
                new ProductScope(entry.texts("platforms"), entry.texts("modules"), Set.of()),
                status(entry, "defaultStatus"),
                ranges,
                product == null && cpes.isEmpty() && !entry.has("packageName") || !says,
                null);
    }

    /** {@code 13.1-FIPS} up to 37.176 is about the FIPS edition of 13.1; where the bound names it too, it is a train of its own. */
    private static String edition(Fields version) {
        Matcher named = EDITION.matcher(version.text("version", ""));
        String bound = version.text("lessThan", version.text("lessThanOrEqual", ""));
        boolean of = named.matches()
                && !bound.isEmpty()
                && !bound.toLowerCase(Locale.ROOT).contains(named.group(2).toLowerCase(Locale.ROOT));
        return of ? named.group(2) : "";
    }

    private static boolean saysNothing(Fields entry, List<VersionRange> ranges) {
        return !entry.has("defaultStatus")
                && ranges.stream().allMatch(range -> range.isSingle() && named(range.from()) == null);
    }

    /** The conventional ways to leave a field open. */
    private static @Nullable String named(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "n/a", "na", "unspecified", "unknown", "-", "not specified", "not applicable", "none" -> null;
            default -> text;
        };
    }

    private static Status status(Fields fields, String name) {
        return Status.of(fields.oneOf(name, STATUSES));
    }

    private static VersionRange range(Fields version, String edition) {
        List<VersionRange.Change> changes = new ArrayList<>();
        for (Fields change : version.objects("changes")) {
            changes.add(new VersionRange.Change(change.required("at"), status(change, "status")));
        }
        String stated = version.text("version");
        Matcher named = EDITION.matcher(String.valueOf(stated));
        String from = !edition.isEmpty() && named.matches() ? named.group(1) : stated;
        String lessThan = version.text("lessThan");
        String lessThanOrEqual = version.text("lessThanOrEqual");
        if ("patch".equals(version.text("versionType"))) {
            lessThan = build(from, lessThan);
            lessThanOrEqual = build(from, lessThanOrEqual);
        }
        if (lessThan == null && lessThanOrEqual == null && !changes.isEmpty()) {
            // Where the status changes later on, more than one version is meant.
            lessThanOrEqual = VersionRange.UNBOUNDED;
        }
        Status status = status(version, "status");
        String raw = raw(stated, lessThan, lessThanOrEqual, status, changes);
        return new VersionRange(
                from, false, lessThan, lessThanOrEqual, status, version.text("versionType"), changes, raw);
    }

    /** One assigner states builds only: 13.1 up to 51.15 means 13.1-51.15. */
    private static @Nullable String build(@Nullable String from, @Nullable String bound) {
        if (from == null || bound == null) {
            return bound;
        }
        Matcher release = RELEASE.matcher(from);
        Matcher build = BUILD.matcher(bound);
        boolean apart =
                release.lookingAt() && build.matches() && !build.group(1).equals(release.group(1));
        return apart ? release.group() + "-" + bound : bound;
    }

    private static String raw(
            @Nullable String from,
            @Nullable String lessThan,
            @Nullable String lessThanOrEqual,
            Status status,
            List<VersionRange.Change> changes) {
        StringBuilder text = new StringBuilder(status.name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(from);
        if (lessThan != null) {
            text.append(" < ").append(lessThan);
        }
        if (lessThanOrEqual != null) {
            text.append(" <= ").append(lessThanOrEqual);
        }
        for (VersionRange.Change change : changes) {
            text.append(", ")
                    .append(change.status().name().toLowerCase(Locale.ROOT))
                    .append(" at ")
                    .append(change.at());
        }
        return text.toString();
    }
}
