package dev.sekisho.feed.vex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.feed.reading.CpeText;
import dev.sekisho.feed.reading.Documents;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.Purl;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads OpenVEX documents of the forms 0.0.1 and 0.2.0: one document, JSON lines, or a zip or tar of documents. */
public final class OpenVexReader {
    static final String FEED = "openvex";

    /** Some keep what is said of the document in an object of its own, beside the statements. */
    private static final String WRAPPER = "metadata";

    private static final List<String> STATUSES = List.of("not_affected", "affected", "fixed", "under_investigation");

    private final Documents documents;

    public OpenVexReader() {
        this(FeedLimits.USUAL);
    }

    public OpenVexReader(FeedLimits limits) {
        documents = new Documents(FEED, limits, "OpenVEX document", OpenVexReader::isOpenVex);
    }

    private static boolean isOpenVex(JsonNode node) {
        return namesOpenVex(node) || namesOpenVex(node.path(WRAPPER));
    }

    private static boolean namesOpenVex(JsonNode header) {
        return header.path("@context").asText().contains("openvex");
    }

    /** Hands on one record for each vulnerability of a document; an {@link UnreadableFeed} afterwards means none may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken document in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return documents.<AdvisoryRecord>read(in, strict, sink, (fields, found, tally) -> {
            if (!isOpenVex(fields.node())) {
                throw fields.refusal("the @context does not name OpenVEX");
            }
            List<AdvisoryRecord> records = new Reading(fields).records();
            if (records.isEmpty()) {
                tally.skip(fields.text("@id", "a document"), "makes no statement");
            }
            records.forEach(record -> {
                found.accept(record);
                tally.read();
            });
        });
    }

    private static final class Reading {
        private final Fields document;
        private final Fields header;
        private final String author;
        private final Map<String, List<AffectedProduct>> products = new LinkedHashMap<>();
        private final Map<String, Set<String>> aliases = new LinkedHashMap<>();

        Reading(Fields document) {
            Fields wrapped = document.object(WRAPPER);
            Fields stated = wrapped != null && namesOpenVex(wrapped.node()) ? wrapped : document;
            String id = stated.text("@id", "document");
            this.document = new Fields(document.feed(), id, document.node());
            this.header = new Fields(document.feed(), id, stated.node());
            this.author = header.text("author", "unnamed");
        }

        List<AdvisoryRecord> records() {
            for (Fields statement : document.objects("statements")) {
                String id = vulnerability(statement);
                products.computeIfAbsent(id, key -> new ArrayList<>()).addAll(products(statement));
            }
            List<AdvisoryRecord> records = new ArrayList<>();
            products.forEach((id, stated) -> records.add(new AdvisoryRecord(
                    id,
                    aliases.getOrDefault(id, Set.of()),
                    header.text("@id"),
                    Wording.NONE,
                    new Issued(
                            header.instant("timestamp"),
                            header.instant(header.has("last_updated") ? "last_updated" : "timestamp"),
                            false),
                    Threat.NONE,
                    stated)));
            return records;
        }

        /** Text in 0.0.1, an object with a name since 0.2.0. */
        private String vulnerability(Fields statement) {
            JsonNode value = statement.node().path("vulnerability");
            if (value.isTextual()) {
                return value.textValue().strip();
            }
            Fields vulnerability = statement.requiredObject("vulnerability");
            String name = vulnerability.text("name", vulnerability.text("@id", ""));
            if (name.isEmpty()) {
                throw statement.refusal("a statement names no vulnerability");
            }
            aliases.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(vulnerability.texts("aliases"));
            return name;
        }

        private List<AffectedProduct> products(Fields statement) {
            statement.required("status");
            statement.refuseNoList("products");
            Status status = Status.of(statement.oneOf("status", STATUSES));
            List<AffectedProduct> found = new ArrayList<>();
            for (JsonNode product : statement.node().path("products")) {
                if (product.isTextual()) {
                    found.add(product(product.textValue(), Set.of(), status, statement));
                } else {
                    Fields fields = Fields.of(document.feed(), document.place(), product);
                    found.add(product(fields.text("@id", ""), identifiers(fields), status, statement));
                }
            }
            return found;
        }

        private static Set<String> identifiers(Fields product) {
            Set<String> found = new LinkedHashSet<>();
            Fields identifiers = product.object("identifiers");
            if (identifiers != null) {
                for (String name : List.of("purl", "cpe23", "cpe22")) {
                    found.add(identifiers.text(name, ""));
                }
            }
            return found;
        }

        private AffectedProduct product(String id, Set<String> identifiers, Status status, Fields statement) {
            Set<String> purls = new LinkedHashSet<>();
            Set<String> cpes = new LinkedHashSet<>();
            Set<String> names = new LinkedHashSet<>(identifiers);
            names.add(id);
            names.stream().filter(name -> name.startsWith("pkg:")).forEach(purls::add);
            names.stream().filter(name -> name.startsWith("cpe:")).forEach(cpes::add);
            return new AffectedProduct(
                    Source.VEX,
                    author,
                    ProductIdentity.of(null, null, purls, cpes),
                    ProductScope.EVERYWHERE,
                    Status.UNKNOWN,
                    List.of(range(purls, cpes, status)),
                    purls.isEmpty() && cpes.isEmpty(),
                    note(statement));
        }

        /** A product identified without a version means every version of it. */
        private static VersionRange range(Set<String> purls, Set<String> cpes, Status status) {
            String version = Purl.version(purls);
            if (version == null && purls.isEmpty() && !cpes.isEmpty()) {
                List<String> parts = CpeText.parts(cpes.iterator().next());
                version = parts.size() == CpeText.PARTS ? CpeText.version(parts) : "-";
            }
            return VersionRange.single(version == null ? VersionRange.UNBOUNDED : version, status, null);
        }

        private static @Nullable String note(Fields statement) {
            String justification = statement.text("justification");
            String impact = statement.text("impact_statement", statement.text("action_statement", ""));
            return justification == null ? (impact.isEmpty() ? null : impact) : (justification + " " + impact).strip();
        }
    }
}
