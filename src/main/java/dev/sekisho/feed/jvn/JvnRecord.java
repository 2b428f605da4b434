package dev.sekisho.feed.jvn;

import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.feed.reading.XmlElement;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of JVN iPedia as one of its two documents has it. It gives an advisory record for each CVE id it names, and one
 * under its own id where it names none.
 *
 * @param several whether it speaks of several vulnerabilities, or may do so
 * @param document which document it is, so that an overview, which names no versions, never takes the place of the details
 */
record JvnRecord(
        String id,
        String document,
        Set<String> cves,
        boolean several,
        Wording wording,
        Issued issued,
        List<CvssScore> scores,
        JvnProducts products) {
    private static final Pattern ID = Pattern.compile("JVN[A-Z]{0,2}[-#0-9]{1,40}");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]{1,10}[^<>]{0,50}>");

    /** {@code (CWE-89, CVE-2024-55593)} and {@code (CWE-79) - CVE-2025-0354}: the flaw and its id, side by side. */
    private static final Pattern NAMED =
            Pattern.compile("CWE-\\d{1,6}\\s?(?:[,、]|\\)\\s?-)\\s?(" + CveId.FORM + ")(?![0-9])");

    private static final Comparator<CvssScore> NEWEST_THEN_HIGHEST =
            Comparator.comparing((CvssScore score) -> score.version().charAt(0)).thenComparing(CvssScore::base);

    /** From an item of {@code rdf:RDF}; null where it has no id. */
    static @Nullable JvnRecord ofOverview(XmlElement item) {
        String id = item.text("identifier");
        if (id == null) {
            return null;
        }
        var products = new JvnProducts();
        item.all("cpe")
                .forEach(cpe -> products.add(
                        cpe.attribute("vendor"),
                        cpe.attribute("product"),
                        cpe.text().isEmpty() ? null : cpe.text(),
                        List.of()));
        Set<String> cves = cves(item.all("references")
                .filter(one -> one.attribute("source") != null)
                .map(one -> one.attribute("id")));
        return new JvnRecord(
                checked(id),
                id + " overview",
                cves,
                cves.size() > 1,
                new Wording(item.text("title"), readable(item.text("description"))),
                issued(item.text("issued"), item.text("modified") == null ? item.text("date") : item.text("modified")),
                scores(item.all("cvss"), one -> one.attribute("score"), one -> one.attribute("vector")),
                products);
    }

    /** From a {@code Vulinfo} of VULDEF. */
    static JvnRecord ofDetails(XmlElement vulinfo) {
        String id = vulinfo.text("VulinfoID");
        XmlElement data = vulinfo.all("VulinfoData").findFirst().orElse(null);
        if (id == null || data == null) {
            throw refusal(String.valueOf(id), "VulinfoID or VulinfoData is missing");
        }
        String overview = data.text("VulinfoDescription", "Overview");
        Set<String> cves = cves(data.all("Related", "RelatedItem")
                .filter(one -> "advisory".equals(one.attribute("type")))
                .map(one -> one.text("VulinfoID")));
        Set<String> named = named(overview);
        return new JvnRecord(
                checked(id),
                id,
                cves.isEmpty() ? named : cves,
                cves.size() > 1 || cves.isEmpty() && !named.isEmpty(),
                new Wording(data.text("Title"), readable(overview)),
                issued(data.text("DateFirstPublished"), data.text("DateLastUpdated")),
                scores(data.all("Impact", "Cvss"), one -> one.text("Base"), one -> one.text("Vector")),
                products(data));
    }

    private static JvnProducts products(XmlElement data) {
        var products = new JvnProducts();
        data.all("Affected", "AffectedItem").forEach(item -> {
            String product = item.text("ProductName");
            List<XmlElement> versions = item.all("VersionNumber").toList();
            boolean named =
                    versions.stream().anyMatch(version -> !version.text().isEmpty());
            List<JvnVersions> statements = new ArrayList<>();
            if (named) {
                // Among versions that are named, one that is left out may be any.
                versions.forEach(version -> statements.add(JvnVersions.of(version.text(), String.valueOf(product))));
            }
            products.add(item.text("Name"), product, item.text("Cpe"), statements);
        });
        return products;
    }

    private static Issued issued(@Nullable String first, @Nullable String last) {
        return new Issued(Dates.instant(first), Dates.instant(last), false);
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw refusal(id, "it is not an id of JVN");
        }
        return id;
    }

    private static UnreadableFeed refusal(String id, String why) {
        return new UnreadableFeed(JvnReader.FEED, id, why);
    }

    private static Set<String> cves(Stream<@Nullable String> ids) {
        return ids.flatMap(Stream::ofNullable)
                .filter(CveId::is)
                .map(id -> id.toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(@Nullable String overview) {
        return overview == null
                ? Set.of()
                : NAMED.matcher(JvnVersions.plain(overview))
                        .results()
                        .map((MatchResult one) -> one.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Some texts carry marks of a page. */
    private static @Nullable String readable(@Nullable String text) {
        String plain = text == null ? "" : TAG.matcher(text).replaceAll(" ").strip();
        return plain.isEmpty() ? null : plain;
    }

    private interface Part {
        @Nullable
        String of(XmlElement cvss);
    }

    private static List<CvssScore> scores(Stream<XmlElement> stated, Part base, Part vector) {
        return stated.map(one -> score(one.attribute("version"), base.of(one), vector.of(one)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable CvssScore score(@Nullable String version, @Nullable String base, @Nullable String vector) {
        boolean isNumber = base != null && base.matches("10(?:\\.0{1,3})?|\\d(?:\\.\\d{1,3})?");
        return version == null || !isNumber
                ? null
                : new CvssScore(version, Double.parseDouble(base), vector, JvnProducts.SOURCE);
    }

    List<AdvisoryRecord> records() {
        return cves.isEmpty()
                ? List.of(record(id, Set.of()))
                : cves.stream().map(cve -> record(cve, Set.of(id))).toList();
    }

    private AdvisoryRecord record(String name, Set<String> aliases) {
        CvssScore score = scores.stream().max(NEWEST_THEN_HIGHEST).orElse(null);
        return new AdvisoryRecord(
                name,
                aliases,
                document,
                wording,
                issued,
                new Threat(score, null, null, false),
                products.of(name, several));
    }
}
