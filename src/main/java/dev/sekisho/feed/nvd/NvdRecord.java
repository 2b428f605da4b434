package dev.sekisho.feed.nvd;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One NVD record. */
final class NvdRecord {
    private static final String NVD = "NVD";

    private NvdRecord() {}

    /** @param otherwise the id stated beside the record, for sets that leave it out of the record */
    static AdvisoryRecord read(Fields cve, @Nullable String otherwise) {
        String stated = cve.has("id") || otherwise == null ? cve.required("id") : otherwise;
        String id = stated.toUpperCase(Locale.ROOT);
        if (!CveId.is(id)) {
            throw cve.refusal("the id " + id + " is not a CVE id");
        }
        Fields named = new Fields(cve.feed(), id, cve.node());
        return new AdvisoryRecord(
                id,
                Set.of(),
                null,
                new Wording(named.text("cisaVulnerabilityName"), description(named)),
                new Issued(
                        Dates.instant(named.text("published")),
                        Dates.instant(named.text("lastModified")),
                        "Rejected".equalsIgnoreCase(named.text("vulnStatus"))),
                new Threat(cvss(named), null, exploited(named), publicExploit(named)),
                affected(named));
    }

    private static @Nullable String description(Fields cve) {
        return cve.objects("descriptions").stream()
                .filter(text -> "en".equals(text.text("lang")))
                .findFirst()
                .map(text -> text.text("value", ""))
                .orElse(null);
    }

    private static @Nullable Exploited exploited(Fields cve) {
        String added = cve.text("cisaExploitAdd");
        return added == null ? null : new Exploited("CISA KEV", Dates.day(added), null);
    }

    private static boolean publicExploit(Fields cve) {
        return cve.objects("references").stream()
                .anyMatch(reference -> reference.texts("tags").contains("Exploit"));
    }

    /** The newest version wins, NVD's own score before one it passes on. */
    private static @Nullable CvssScore cvss(Fields cve) {
        Fields metrics = cve.object("metrics");
        if (metrics == null) {
            return null;
        }
        return Stream.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2")
                .flatMap(name -> Stream.of("Primary", "Secondary")
                        .flatMap(type ->
                                metrics.objects(name).stream().filter(metric -> type.equals(metric.text("type")))))
                .map(NvdRecord::score)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable CvssScore score(Fields metric) {
        Fields data = metric.requiredObject("cvssData");
        Double base = data.number("baseScore");
        if (base == null) {
            return null;
        }
        if (!(base >= 0 && base <= 10)) {
            throw data.refusal("the baseScore " + base + " is not between 0 and 10");
        }
        return new CvssScore(
                data.text("version", "unknown"), base, data.text("vectorString"), metric.text("source", NVD));
    }

    private static List<AffectedProduct> affected(Fields cve) {
        List<AffectedProduct> found = new ArrayList<>();
        cve.objects("configurations")
                .forEach(configuration -> found.addAll(NvdConfiguration.read(configuration, Source.NVD, NVD)));
        return found;
    }
}
