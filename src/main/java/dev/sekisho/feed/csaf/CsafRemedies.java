package dev.sekisho.feed.csaf;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What mends a vulnerability of a CSAF document, by product id. A workaround mends nothing. */
final class CsafRemedies {
    private static final Pattern VERSION = Pattern.compile(
            "(?i)\\bto (?:the )?(?:new(?:est)? )?(?:version )?v?([0-9][0-9A-Za-z._-]{0,40})(?: or (?:a )?(?:later|above|newer|higher)|\\.?\\s*$)");
    private static final int LONGEST = 2_000;
    private static final int SHOWN = 200;

    private final Map<String, List<VersionRange>> byProduct = new HashMap<>();
    private final Map<String, List<VersionRange>> recommended = new HashMap<>();
    private final CsafProducts products;

    private CsafRemedies(CsafProducts products) {
        this.products = products;
    }

    static CsafRemedies of(Fields vulnerability, @Nullable Fields tree, CsafProducts products) {
        CsafRemedies remedies = new CsafRemedies(products);
        for (Fields remediation : vulnerability.objects("remediations")) {
            if ("vendor_fix".equals(remediation.text("category"))) {
                VersionRange fix = fix(remediation.text("details", "a vendor fix"));
                concerned(remediation, tree)
                        .forEach(id -> remedies.byProduct
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(fix));
            }
        }
        Fields stated = vulnerability.object("product_status");
        if (stated != null) {
            stated.texts("recommended").forEach(id -> {
                String version = products.version(id);
                if (version != null) {
                    remedies.recommended
                            .computeIfAbsent(products.name(id), any -> new ArrayList<>())
                            .add(VersionRange.remedy(version, "recommended " + version));
                }
            });
        }
        return remedies;
    }

    private static VersionRange fix(String details) {
        Matcher version = VERSION.matcher(details.substring(0, Math.min(LONGEST, details.length())));
        String words = details.substring(0, Math.min(SHOWN, details.length()));
        return VersionRange.remedy(version.find() ? withoutStop(version.group(1)) : null, words);
    }

    private static String withoutStop(String version) {
        return version.endsWith(".") ? version.substring(0, version.length() - 1) : version;
    }

    private static Set<String> concerned(Fields remediation, @Nullable Fields tree) {
        Set<String> ids = new LinkedHashSet<>(remediation.texts("product_ids"));
        Set<String> groups = remediation.texts("group_ids");
        if (tree != null && !groups.isEmpty()) {
            tree.objects("product_groups").stream()
                    .filter(group -> groups.contains(group.text("group_id", "")))
                    .forEach(group -> ids.addAll(group.texts("product_ids")));
        }
        return ids;
    }

    List<VersionRange> of(String product) {
        List<VersionRange> all = new ArrayList<>(byProduct.getOrDefault(product, List.of()));
        all.addAll(recommended.getOrDefault(products.name(product), List.of()));
        return all;
    }
}
