package dev.sekisho.feed.cve;

import dev.sekisho.feed.nvd.NvdConfiguration;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One CVE JSON 5 record: the assigner's container (CNA) and every container added to it (ADP), kept apart. */
final class Cve5Record {
    private static final String RESERVED = "RESERVED";
    private static final String REJECTED = "REJECTED";
    private static final Set<String> STATES = Set.of("PUBLISHED", REJECTED, RESERVED);

    private final Fields metadata;
    private final String id;
    private final Fields cna;
    private final List<Fields> added;

    private Cve5Record(Fields metadata, String id, Fields cna, List<Fields> added) {
        this.metadata = metadata;
        this.id = id;
        this.cna = cna;
        this.added = added;
    }

    /** Null for a record that is only reserved. */
    static @Nullable AdvisoryRecord read(Fields fields) {
        if (fields.has("CVE_data_meta")) {
            throw fields.refusal("this is CVE JSON 4; CVE JSON 5 is read");
        }
        Fields metadata = fields.requiredObject("cveMetadata");
        String id = metadata.required("cveId").toUpperCase(Locale.ROOT);
        if (!CveId.is(id)) {
            throw fields.refusal("the cveId " + id + " is not a CVE id");
        }
        refuseOther(fields, metadata);
        if (RESERVED.equals(metadata.text("state"))) {
            return null;
        }
        Fields containers = new Fields(fields.feed(), id, fields.node()).requiredObject("containers");
        Fields cna = containers.requiredObject("cna");
        refuseSilent(cna, metadata);
        return new Cve5Record(metadata, id, cna, containers.objects("adp")).record();
    }

    private static void refuseOther(Fields fields, Fields metadata) {
        String type = fields.text("dataType", "CVE_RECORD");
        if (!type.equals("CVE_RECORD")) {
            throw fields.refusal("the dataType is " + type + " and should be CVE_RECORD");
        }
        if (!STATES.contains(metadata.text("state", "PUBLISHED"))) {
            throw metadata.refusal(
                    "the state " + metadata.text("state") + " is none of PUBLISHED, REJECTED and RESERVED");
        }
    }

    /** Nothing is known by a published record that says of no software what is wrong with it. */
    private static void refuseSilent(Fields cna, Fields metadata) {
        boolean says = !cna.objects("descriptions").isEmpty()
                || !cna.objects("affected").isEmpty()
                || !cna.objects("cpeApplicability").isEmpty();
        if (!says && !REJECTED.equals(metadata.text("state"))) {
            throw cna.refusal("the record is published and has neither descriptions nor affected software");
        }
    }

    private AdvisoryRecord record() {
        return new AdvisoryRecord(
                id,
                aliases(),
                otherThanListed(),
                new Wording(cna.text("title"), description()),
                new Issued(
                        Dates.instant(metadata.text("datePublished")),
                        metadata.instant("dateUpdated"),
                        REJECTED.equals(metadata.text("state"))),
                new Threat(
                        Cve5Metrics.cvss(cna, added),
                        Cve5Metrics.ssvc(added),
                        Cve5Metrics.exploited(added),
                        publicExploit()),
                affected());
    }

    /**
     * The CVE list stamps every container it publishes. A record without that stamp is its author's own copy, another
     * source beside the published one and never in its place.
     */
    private @Nullable String otherThanListed() {
        Fields provider = cna.object("providerMetadata");
        boolean listed = provider != null && provider.has("dateUpdated");
        return listed ? null : id + " as " + metadata.text("assignerShortName", provider(cna)) + " wrote it";
    }

    private Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        Fields source = cna.object("source");
        if (source != null && source.node().path("advisory").isTextual()) {
            String advisory = source.text("advisory", "");
            // Other assigners put the id of a whole bulletin here, which is no name of this vulnerability.
            if (advisory.startsWith("GHSA-")) {
                aliases.add(advisory);
            }
        }
        return aliases;
    }

    private @Nullable String description() {
        List<Fields> texts = new ArrayList<>(cna.objects("descriptions"));
        texts.addAll(cna.objects("rejectedReasons"));
        return texts.stream()
                .filter(text -> text.text("lang", "en").startsWith("en"))
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .map(text -> text.text("value", ""))
                .orElse(null);
    }

    private boolean publicExploit() {
        return containers().stream()
                .flatMap(container -> container.objects("references").stream())
                .anyMatch(reference -> reference.texts("tags").contains("exploit"));
    }

    private List<Fields> containers() {
        List<Fields> all = new ArrayList<>(List.of(cna));
        all.addAll(added);
        return all;
    }

    private List<AffectedProduct> affected() {
        List<AffectedProduct> found = new ArrayList<>();
        String assigner = metadata.text("assignerShortName", provider(cna));
        affected(cna, Source.CNA, assigner, found);
        added.forEach(container -> affected(container, Source.ADP, provider(container), found));
        return found;
    }

    /** Names and ranges, and the same once more as CPE names; each is read by itself, because their defaults differ. */
    private static void affected(Fields container, Source source, String name, List<AffectedProduct> found) {
        container.objects("affected").forEach(entry -> found.addAll(Cve5Affected.read(entry, container, source, name)));
        container
                .objects("cpeApplicability")
                .forEach(configuration -> found.addAll(NvdConfiguration.read(configuration, source, name + " (CPE)")));
    }

    private static String provider(Fields container) {
        Fields provider = container.object("providerMetadata");
        return provider == null ? "unnamed" : provider.text("shortName", provider.text("orgId", "unnamed"));
    }
}
