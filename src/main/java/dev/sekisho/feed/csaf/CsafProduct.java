package dev.sekisho.feed.csaf;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.Purl;
import dev.sekisho.feed.reading.RpmName;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersText;
import dev.sekisho.matching.published.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product of a CSAF document: what the branches above it, its identification helper and its relationships say of it.
 *
 */
record CsafProduct(
        @Nullable String vendor,
        @Nullable String name,
        @Nullable String version,
        @Nullable String versionRange,
        @Nullable String purl,
        @Nullable String cpe,
        Context context,
        String fullName) {

    /**
     * In what it is meant.
     *
     * @param platforms the releases, systems or architectures it is limited to
     * @param modules the module streams it is limited to
     * @param isPart it is named as a part of something else
     */
    private record Context(Set<String> platforms, Set<String> modules, boolean isPart) {}

    /** Some publish under the name of their security team. */
    private static final Pattern TEAM = Pattern.compile(
            "(?i)\\s+(?:psirt|csirt|product\\s*cert|product security(?: team)?|security response (?:team|cent(?:er|re)))$");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String MODULE = "pkg:rpmmod/";

    static CsafProduct of(
            Fields product,
            @Nullable String vendor,
            @Nullable String name,
            @Nullable String version,
            @Nullable String range,
            Set<String> limits) {
        String maker = vendor == null ? null : TEAM.matcher(vendor).replaceFirst("");
        Fields helper = product.object("product_identification_helper");
        String fullName = product.text("name", "");
        String purl = helper == null ? null : purl(helper);
        String packaged = purl != null ? purl : RpmName.purl(maker, version == null ? fullName : version);
        return new CsafProduct(
                maker,
                name,
                without(name, version),
                withoutInside(name, range),
                packaged,
                helper == null ? null : helper.text("cpe"),
                packaged == null
                        ? new Context(limits, Set.of(), false)
                        : new Context(Set.of(), stream(packaged), false),
                fullName);
    }

    /** One of them in 2.0, a list since 2.1. */
    private static @Nullable String purl(Fields helper) {
        return helper.has("purl")
                ? helper.text("purl")
                : helper.texts("purls").stream().findFirst().orElse(null);
    }

    /** {@code FortiOS 7.0.5} below the product FortiOS is version 7.0.5. */
    private static @Nullable String without(@Nullable String name, @Nullable String version) {
        if (name == null || version == null || version.length() <= name.length()) {
            return version;
        }
        String rest = version.substring(name.length()).strip();
        return version.regionMatches(true, 0, name, 0, name.length())
                        && DIGIT.matcher(rest).lookingAt()
                ? rest
                : version;
    }

    /** The same in {@code vers:generic/PAN-OS<10.2.4}. */
    private static @Nullable String withoutInside(@Nullable String name, @Nullable String range) {
        return name == null || range == null || !range.startsWith("vers:")
                ? range
                : range.replaceAll("(?i)(?<=[/|])" + Pattern.quote(name) + "(?=[<>=!\\d])", "");
    }

    /** The stream a module's name or a package's qualifier tells: {@code nodejs:16} of {@code nodejs:16:8060020230314}. */
    private static Set<String> stream(String purl) {
        String stated = Purl.qualifier(purl, "rpmmod");
        if (stated == null && purl.startsWith(MODULE)) {
            String path = purl.substring(0, purl.indexOf('@') < 0 ? purl.length() : purl.indexOf('@'));
            stated = path.substring(path.lastIndexOf('/') + 1) + ":" + Purl.version(purl);
        }
        if (stated == null) {
            return Set.of();
        }
        String[] parts = stated.split(":", 3);
        return parts.length < 2 ? Set.of() : Set.of(parts[0] + ":" + parts[1]);
    }

    /** @param whole null where the document does not define it; then its id is all there is */
    CsafProduct partOf(@Nullable CsafProduct whole, String id) {
        Set<String> all = new LinkedHashSet<>();
        if (whole == null) {
            all.add(id);
        } else if (!whole.context.isPart()) {
            all.add(whole.cpe() != null ? whole.cpe() : whole.fullName());
        }
        Set<String> streams = new LinkedHashSet<>(context.modules());
        if (whole != null) {
            all.addAll(whole.context.platforms());
            streams.addAll(whole.context.modules());
        }
        var within = new Context(all, streams, true);
        return new CsafProduct(vendor, name, version, versionRange, purl, cpe, within, fullName);
    }

    boolean canBeFound() {
        return purl != null || cpe != null || name != null || version == null || isName(version);
    }

    AffectedProduct affected(
            Source source, String publisher, CsafStatus word, @Nullable String note, List<VersionRange> remedies) {
        List<VersionRange> ranges = new ArrayList<>(ranges(word));
        boolean unspecified = ranges.isEmpty();
        ranges.addAll(remedies);
        return new AffectedProduct(
                source,
                publisher,
                ProductIdentity.of(vendor, name == null ? fullName : name, one(purl), one(cpe)),
                new ProductScope(context.platforms(), context.modules(), Set.of()),
                Status.UNKNOWN,
                ranges,
                unspecified,
                note);
    }

    private static Set<String> one(@Nullable String text) {
        return Stream.ofNullable(text).collect(Collectors.toUnmodifiableSet());
    }

    /** None where the product carries no version: its name may hold one, and text is not taken apart for that. */
    private List<VersionRange> ranges(CsafStatus word) {
        if (versionRange != null) {
            List<VersionRange> read = VersText.ranges(versionRange, word.status());
            return read != null ? read : List.of(word.of(versionRange));
        }
        String packaged = purl == null ? null : Purl.version(purl);
        if (packaged != null) {
            return List.of(word.of(packaged));
        }
        if (version != null && !(context.isPart() && isName(version))) {
            return List.of(word.of(version));
        }
        return meansEveryVersion(word) ? List.of(word.of(VersionRange.UNBOUNDED)) : List.of();
    }

    /** A component without a version is meant in every version; that none is affected is believed of plain names only. */
    private boolean meansEveryVersion(CsafStatus word) {
        boolean plain = context.isPart() && isName(version == null ? fullName : version);
        return word == CsafStatus.KNOWN_AFFECTED && (context.isPart() || name != null && cpe == null)
                || word == CsafStatus.KNOWN_NOT_AFFECTED && plain;
    }

    /** {@code compat-openssl10} and {@code nodejs:16/nodejs} are names, as their package URLs say. */
    private boolean isName(String text) {
        String packaged = purl == null ? null : Purl.name(purl);
        return !DIGIT.matcher(text).find()
                || packaged != null && (text.equals(packaged) || text.endsWith("/" + packaged));
    }
}
