package dev.sekisho.feed.nvd;

import dev.sekisho.feed.reading.CpeText;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Ordered;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configuration of CPE names. In an AND, what stands on the other side (a device, an operating system) becomes a
 * requirement of each vulnerable name; a negated part cannot be turned into a list of versions and settles nothing.
 */
public final class NvdConfiguration {
    private final Map<Key, List<VersionRange>> ranges = new LinkedHashMap<>();

    private record Key(String cpe, Set<String> requires, boolean negated) {}

    private NvdConfiguration() {}

    /** @param sourceName whose word it is: CVE records carry configurations of the same form */
    public static List<AffectedProduct> read(Fields configuration, Source source, String sourceName) {
        NvdConfiguration reading = new NvdConfiguration();
        List<Fields> nodes = configuration.objects("nodes");
        boolean and = "AND".equalsIgnoreCase(configuration.text("operator"));
        boolean negated = configuration.flag("negate", false);
        for (int i = 0; i < nodes.size(); i++) {
            Set<String> requires = and ? others(nodes, i) : Set.of();
            reading.node(nodes.get(i), requires, negated || nodes.get(i).flag("negate", false));
        }
        return reading.products(source, sourceName);
    }

    private static Set<String> others(List<Fields> nodes, int except) {
        Set<String> criteria = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (i != except && !nodes.get(i).flag("negate", false)) {
                nodes.get(i).objects("cpeMatch").forEach(match -> criteria.add(match.required("criteria")));
            }
        }
        return Ordered.copy(criteria);
    }

    private void node(Fields node, Set<String> requires, boolean negated) {
        List<Fields> matches = node.objects("cpeMatch");
        boolean and = "AND".equalsIgnoreCase(node.text("operator")) && matches.size() > 1;
        for (Fields match : matches) {
            if (match.flag("vulnerable", true)) {
                match(match, and ? besides(matches, match, requires) : requires, negated);
            }
        }
    }

    private static Set<String> besides(List<Fields> matches, Fields except, Set<String> requires) {
        Set<String> criteria = new LinkedHashSet<>(requires);
        matches.stream().filter(match -> match != except).forEach(match -> criteria.add(match.required("criteria")));
        return Ordered.copy(criteria);
    }

    private void match(Fields match, Set<String> requires, boolean negated) {
        String criteria = match.required("criteria");
        List<String> parts = CpeText.parts(criteria);
        if (parts.size() != CpeText.PARTS) {
            throw match.refusal("\"" + criteria + "\" is not a CPE 2.3 name");
        }
        Key key = new Key(CpeText.withoutVersion(parts), requires, negated);
        ranges.computeIfAbsent(key, product -> new ArrayList<>()).add(range(match, parts, criteria));
    }

    private static VersionRange range(Fields match, List<String> parts, String criteria) {
        String from = match.text("versionStartIncluding");
        String after = match.text("versionStartExcluding");
        String lessThan = match.text("versionEndExcluding");
        String lessThanOrEqual = match.text("versionEndIncluding");
        boolean bounded = from != null || after != null || lessThan != null || lessThanOrEqual != null;
        String version = CpeText.version(parts);
        if (!bounded && !version.equals(VersionRange.UNBOUNDED)) {
            return new VersionRange(version, false, null, null, Status.AFFECTED, null, List.of(), criteria);
        }
        String end = lessThan == null && lessThanOrEqual == null ? VersionRange.UNBOUNDED : lessThanOrEqual;
        return new VersionRange(
                from != null ? from : after,
                from == null && after != null,
                lessThan,
                lessThan != null ? null : end,
                Status.AFFECTED,
                null,
                List.of(),
                raw(criteria, from, after, lessThan, lessThanOrEqual));
    }

    private static String raw(
            String criteria,
            @Nullable String from,
            @Nullable String after,
            @Nullable String lessThan,
            @Nullable String lessThanOrEqual) {
        StringBuilder text = new StringBuilder(criteria);
        append(text, " >= ", from);
        append(text, " > ", after);
        append(text, " < ", lessThan);
        append(text, " <= ", lessThanOrEqual);
        return text.toString();
    }

    private static void append(StringBuilder text, String sign, @Nullable String bound) {
        if (bound != null) {
            text.append(sign).append(bound);
        }
    }

    private List<AffectedProduct> products(Source source, String sourceName) {
        List<AffectedProduct> products = new ArrayList<>();
        ranges.forEach((key, stated) -> products.add(new AffectedProduct(
                source,
                sourceName,
                ProductIdentity.of(null, null, Set.of(), Set.of(key.cpe())),
                new ProductScope(Set.of(), Set.of(), key.requires()),
                Status.UNKNOWN,
                stated,
                key.negated(),
                key.negated() ? "a negated configuration" : null)));
        return products;
    }
}
