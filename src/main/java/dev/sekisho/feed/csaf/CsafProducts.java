package dev.sekisho.feed.csaf;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The product tree of a CSAF document, by product id. */
final class CsafProducts {
    /** A package in a module in a release is three; more than these are a circle. */
    private static final int MOST_STEPS = 8;

    private final Map<String, CsafProduct> byId = new HashMap<>();

    private record Path(
            @Nullable String vendor,
            @Nullable String name,
            @Nullable String version,
            @Nullable String range,
            Set<String> limits) {
        Path below(Fields branch) {
            String text = branch.text("name");
            return switch (branch.text("category", "")) {
                case "vendor" -> new Path(text, name, version, range, limits);
                case "product_name" -> new Path(vendor, text, version, range, limits);
                case "product_version" -> new Path(vendor, name, text, range, limits);
                case "product_version_range" -> new Path(vendor, name, version, text, limits);
                case "service_pack", "patch_level" ->
                    new Path(vendor, name, version == null ? text : version + " " + text, range, limits);
                case "architecture", "specification", "host_name", "language" ->
                    new Path(vendor, name, version, range, with(limits, text));
                default -> this;
            };
        }

        private static Set<String> with(Set<String> limits, @Nullable String text) {
            Set<String> all = new LinkedHashSet<>(limits);
            if (text != null) {
                all.add(text);
            }
            return all;
        }
    }

    CsafProducts(@Nullable Fields tree) {
        if (tree == null) {
            return;
        }
        Path root = new Path(null, null, null, null, Set.of());
        tree.objects("full_product_names").forEach(product -> add(product, root));
        branches(tree, root);
        relationships(tree.objects("relationships"));
    }

    /** Depth is bounded: the JSON below it was read under a limit of nesting. */
    private void branches(Fields node, Path path) {
        for (Fields branch : node.objects("branches")) {
            Path below = path.below(branch);
            Fields product = branch.object("product");
            if (product != null) {
                add(product, below);
            }
            branches(branch, below);
        }
    }

    private void add(Fields product, Path path) {
        byId.put(
                product.required("product_id"),
                CsafProduct.of(product, path.vendor(), path.name(), path.version(), path.range(), path.limits()));
    }

    /** A package may be part of a module that is itself part of a release; the wholes may stand behind their parts. */
    private void relationships(List<Fields> relationships) {
        Set<String> defined = relationships.stream()
                .map(relationship -> relationship.object("full_product_name"))
                .flatMap(Stream::ofNullable)
                .map(named -> named.required("product_id"))
                .collect(Collectors.toSet());
        List<Fields> open = relationships;
        for (int i = 0; i < MOST_STEPS && !open.isEmpty(); i++) {
            open = open.stream()
                    .filter(relationship -> !relate(relationship, defined))
                    .toList();
        }
    }

    /** False while what it relates is not known yet. */
    private boolean relate(Fields relationship, Set<String> defined) {
        String part = relationship.text("product_reference", "");
        String whole = relationship.text("relates_to_product_reference", "");
        boolean waits = Stream.of(part, whole).anyMatch(id -> !byId.containsKey(id) && defined.contains(id));
        CsafProduct known = byId.get(part);
        Fields named = relationship.object("full_product_name");
        if (!waits && known != null && named != null) {
            byId.put(named.required("product_id"), known.partOf(byId.get(whole), whole));
        }
        return !waits;
    }

    /**
     * What a document says of one product.
     *
     * @param word the name of the status list it stands in
     * @param remedies what mends it, which says nothing of the versions it concerns
     */
    AffectedProduct affected(
            String id,
            Source source,
            String publisher,
            CsafStatus word,
            @Nullable String note,
            List<VersionRange> remedies) {
        CsafProduct product = byId.get(id);
        if (product == null) {
            // Published documents name ids their tree does not define; the id itself is all there is.
            return AffectedProduct.named(source, publisher, null, id, Status.UNKNOWN, remedies)
                    .silent(note);
        }
        return product.affected(source, publisher, word, note, remedies);
    }

    /** Whether anybody can find the product: a text with a version in it is nobody's name for a product. */
    boolean canBeFound(String id) {
        CsafProduct product = byId.get(id);
        return product != null && product.canBeFound();
    }

    /** What the product is called, whatever its version. */
    String name(String id) {
        CsafProduct product = byId.get(id);
        return product == null || product.name() == null ? id : product.name();
    }

    /** The version a product id stands for, where it stands for one. */
    @Nullable
    String version(String id) {
        CsafProduct product = byId.get(id);
        return product == null ? null : product.version();
    }

    static boolean saysExploited(String details) {
        String text = details.toLowerCase(Locale.ROOT).replaceAll("\\s*:\\s*", ":");
        boolean denied = text.contains("exploited:no")
                || text.contains("not ")
                || text.contains("no known")
                || text.contains("unaware");
        return !denied && (text.contains("exploited:yes") || text.contains("exploited in the wild"));
    }
}
