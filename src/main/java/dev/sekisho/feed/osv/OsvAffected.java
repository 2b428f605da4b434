package dev.sekisho.feed.osv;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One affected package of an OSV record. By OSV's rules the ranges and versions are complete: what they omit is unaffected. */
final class OsvAffected {
    private static final List<String> TYPES = List.of("SEMVER", "ECOSYSTEM", "GIT");
    private static final List<String> MARKS = List.of("introduced", "fixed", "last_affected", "limit");

    private static final Pattern NUMBER_EDGE = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
    private static final int LONGEST_NUMBER = 30;

    private OsvAffected() {}

    static AffectedProduct read(Fields entry, Set<String> cpes) {
        Fields named = entry.object("package");
        String ecosystem = named == null ? "" : named.text("ecosystem", "");
        String purl = named == null ? null : purl(named, ecosystem);
        List<VersionRange> ranges = ranges(entry);
        boolean silent = purl == null && cpes.isEmpty() || ranges.isEmpty();
        return new AffectedProduct(
                Source.OSV,
                ecosystem.isEmpty() ? "OSV" : "OSV " + ecosystem,
                new ProductIdentity(
                        null,
                        null,
                        named == null ? null : named.text("name"),
                        null,
                        purl == null ? Set.of() : Set.of(purl),
                        cpes),
                new ProductScope(ecosystem.contains(":") ? Set.of(ecosystem) : Set.of(), Set.of(), Set.of()),
                Status.UNAFFECTED,
                ranges,
                silent,
                null);
    }

    private static @Nullable String purl(Fields named, String ecosystem) {
        String stated = named.text("purl");
        String name = named.text("name");
        return stated != null || name == null ? stated : OsvEcosystem.purl(ecosystem, name);
    }

    private static List<VersionRange> ranges(Fields entry) {
        List<VersionRange> found = new ArrayList<>();
        for (Fields range : entry.objects("ranges")) {
            found.addAll(events(range));
        }
        entry.texts("versions")
                .forEach(version -> found.add(VersionRange.single(version, Status.AFFECTED, "ecosystem")));
        // Commits say nothing of releases; where releases are named too, those are meant for us.
        boolean releases = found.stream().anyMatch(range -> !"git".equals(range.versionType()));
        return releases
                ? found.stream()
                        .filter(range -> !"git".equals(range.versionType()))
                        .toList()
                : found;
    }

    private static List<VersionRange> events(Fields range) {
        String stated = range.oneOf("type", TYPES);
        String type = (stated == null ? "ECOSYSTEM" : stated).toLowerCase(Locale.ROOT);
        List<VersionRange> found = new ArrayList<>();
        String open = null;
        for (Fields event : inOrder(range.objects("events"))) {
            if (MARKS.stream().noneMatch(event::has)) {
                throw event.refusal("an event has none of " + MARKS);
            }
            String introduced = event.text("introduced");
            String fixed = event.text("fixed");
            String last = event.text("last_affected");
            if (introduced != null && open == null) {
                open = introduced;
            } else if (open != null && (fixed != null || last != null)) {
                found.add(range(open, fixed, fixed == null ? last : null, type));
                open = null;
            }
        }
        if (open != null) {
            found.add(range(open, null, VersionRange.UNBOUNDED, type));
        }
        return found;
    }

    /**
     * Events may stand in any order and are to be read by their versions; what begins and ends by turns stands as it is
     * meant.
     */
    private static List<Fields> inOrder(List<Fields> events) {
        boolean byTurns = true;
        for (int i = 0; i < events.size(); i++) {
            byTurns &= events.get(i).has("introduced") == (i % 2 == 0);
        }
        return byTurns
                ? events
                : events.stream()
                        .sorted(Comparator.comparing(OsvAffected::at, OsvAffected::natural)
                                .thenComparing(event -> event.has("introduced") ? 0 : 1))
                        .toList();
    }

    private static String at(Fields event) {
        return MARKS.stream()
                .flatMap(name -> Stream.ofNullable(event.text(name)))
                .findFirst()
                .orElse("");
    }

    /** Numbers by their size, everything else as text. */
    private static int natural(String a, String b) {
        String[] left = NUMBER_EDGE.split(a);
        String[] right = NUMBER_EDGE.split(b);
        return Arrays.compare(left, right, (one, other) -> {
            boolean numbers = isNumber(one) && isNumber(other);
            return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
        });
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static VersionRange range(String from, @Nullable String fixed, @Nullable String last, String type) {
        String raw = "introduced " + from + (fixed != null ? ", fixed " + fixed : ", last affected " + last);
        return new VersionRange(from, false, fixed, last, Status.AFFECTED, type, List.of(), raw);
    }
}
