package dev.sekisho.feed.csaf;

import dev.sekisho.feed.reading.Documents;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSAF 2.0 advisories and VEX documents: one document, JSON lines, or a zip or tar of documents. A document gives one
 * record for each vulnerability; one without a CVE id is named after the document.
 */
public final class CsafReader {
    static final String FEED = "csaf";
    private final Documents documents;

    public CsafReader() {
        this(FeedLimits.USUAL);
    }

    public CsafReader(FeedLimits limits) {
        documents = new Documents(
                FEED, limits, "CSAF document", node -> node.path("document").has("csaf_version"));
    }

    /** Hands on each record as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken document in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return documents.<AdvisoryRecord>read(
                in, strict, sink, (fields, found, tally) -> new Reading(fields).records(found, tally));
    }

    private static final class Reading {
        private final Fields root;
        private final Fields document;
        private final Fields tracking;
        private final String trackingId;
        private final CsafProducts products;

        Reading(Fields root) {
            this.root = root;
            this.document = root.requiredObject("document");
            String version = document.required("csaf_version");
            if (!version.equals("2.0") && !version.equals("2.1")) {
                throw root.refusal("CSAF " + version + " is not read, 2.0 and 2.1 are");
            }
            this.tracking = document.requiredObject("tracking");
            this.trackingId = tracking.required("id");
            this.products = new CsafProducts(root.object("product_tree"));
        }

        void records(Consumer<? super AdvisoryRecord> sink, ReadCounts tally) {
            List<Fields> vulnerabilities = root.objects("vulnerabilities");
            if (vulnerabilities.isEmpty()) {
                tally.skip(trackingId, "names no vulnerability");
            }
            for (int i = 0; i < vulnerabilities.size(); i++) {
                Fields vulnerability = new Fields(
                        root.feed(), trackingId, vulnerabilities.get(i).node());
                String otherwise = vulnerabilities.size() == 1 ? trackingId : trackingId + "#" + (i + 1);
                if (namesOnlyWhatNobodyFinds(vulnerability)) {
                    tally.skip(vulnerability.text("cve", otherwise), "names no product that can be looked up");
                } else {
                    sink.accept(record(vulnerability, otherwise));
                    tally.read();
                }
            }
        }

        private boolean namesOnlyWhatNobodyFinds(Fields vulnerability) {
            Fields stated = vulnerability.object("product_status");
            List<String> ids = stated == null
                    ? List.of()
                    : Stream.of(CsafStatus.values())
                            .flatMap(status -> stated.texts(status.field()).stream())
                            .toList();
            return !ids.isEmpty() && ids.stream().noneMatch(products::canBeFound);
        }

        private AdvisoryRecord record(Fields vulnerability, String otherwise) {
            return new AdvisoryRecord(
                    vulnerability.text("cve", otherwise),
                    Set.of(),
                    trackingId,
                    new Wording(
                            vulnerability.text("title", document.text("title", trackingId)),
                            description(vulnerability)),
                    new Issued(
                            Dates.instant(tracking.text("initial_release_date")),
                            Dates.instant(tracking.text("current_release_date")),
                            "withdrawn".equalsIgnoreCase(document.text("category"))),
                    new Threat(cvss(vulnerability), null, exploited(vulnerability), false),
                    affected(vulnerability));
        }

        private static @Nullable String description(Fields vulnerability) {
            return vulnerability.objects("notes").stream()
                    .filter(note -> Set.of("description", "summary").contains(note.text("category", "")))
                    .findFirst()
                    .map(note -> note.text("text", ""))
                    .orElse(null);
        }

        private @Nullable CvssScore cvss(Fields vulnerability) {
            for (Fields score : vulnerability.objects("scores")) {
                for (String name : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
                    Fields cvss = score.object(name);
                    Double base = cvss == null ? null : cvss.number("baseScore");
                    if (cvss != null && base != null && base >= 0 && base <= 10) {
                        return new CvssScore(
                                cvss.text("version", "unknown"), base, cvss.text("vectorString"), publisher());
                    }
                }
            }
            return null;
        }

        private @Nullable Exploited exploited(Fields vulnerability) {
            return vulnerability.objects("threats").stream()
                    .filter(threat -> "exploit_status".equals(threat.text("category")))
                    .filter(threat -> CsafProducts.saysExploited(threat.text("details", "")))
                    .findFirst()
                    .map(threat -> new Exploited(publisher(), Dates.day(threat.text("date")), trackingId))
                    .orElse(null);
        }

        private List<AffectedProduct> affected(Fields vulnerability) {
            Fields stated = vulnerability.object("product_status");
            if (stated == null) {
                return List.of();
            }
            Source source = document.text("category", "").endsWith("vex") ? Source.VEX : Source.ADVISORY;
            Map<String, String> notes = justifications(vulnerability);
            CsafRemedies remedies = CsafRemedies.of(vulnerability, root.object("product_tree"), products);
            List<AffectedProduct> found = new ArrayList<>();
            for (CsafStatus status : CsafStatus.values()) {
                if (status == CsafStatus.RECOMMENDED && !found.isEmpty()) {
                    // Known by the remedies of what is affected.
                    continue;
                }
                for (String id : stated.texts(status.field())) {
                    List<VersionRange> mending = status.status() == Status.AFFECTED ? remedies.of(id) : List.of();
                    found.add(products.affected(id, source, publisher(), status, notes.get(id), mending));
                }
            }
            return found;
        }

        private static Map<String, String> justifications(Fields vulnerability) {
            Map<String, String> notes = new HashMap<>();
            for (Fields flag : vulnerability.objects("flags")) {
                flag.texts("product_ids").forEach(id -> notes.put(id, flag.text("label", "")));
            }
            return notes;
        }

        private String publisher() {
            Fields publisher = document.object("publisher");
            return publisher == null ? "unnamed" : publisher.text("name", "unnamed");
        }
    }
}
