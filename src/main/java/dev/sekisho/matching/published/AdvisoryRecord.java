package dev.sekisho.matching.published;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability as one document describes it, the same shape for every format.
 *
 * @param id the identifier the document uses, a CVE id where it has one
 * @param aliases other identifiers of the same vulnerability, never of the document
 * @param document identifier of the enclosing document, such as a CSAF tracking id
 * @param withdrawn rejected or withdrawn by its source: kept, but no longer evidence
 * @param publicExploit a public exploit or proof of concept is known
 */
public record AdvisoryRecord(
        String id,
        Set<String> aliases,
        @Nullable String document,
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant published,
        @Nullable Instant modified,
        boolean withdrawn,
        @Nullable CvssScore cvss,
        @Nullable Ssvc ssvc,
        @Nullable Exploited exploited,
        boolean publicExploit,
        List<AffectedProduct> affected) {

    public AdvisoryRecord {
        aliases = Ordered.copy(aliases);
        affected = List.copyOf(affected);
    }

    /** When its source last spoke, by its own word; null where it does not say. */
    public @Nullable Instant dated() {
        return modified == null ? published : modified;
    }

    /** The same, said at a time. */
    public AdvisoryRecord at(@Nullable Instant time) {
        return new AdvisoryRecord(
                id,
                aliases,
                document,
                title,
                description,
                published,
                time,
                withdrawn,
                cvss,
                ssvc,
                exploited,
                publicExploit,
                affected);
    }

    /** The least an advisory is: an id and what it names. */
    public static AdvisoryRecord named(String id, @Nullable String description, List<AffectedProduct> affected) {
        return new AdvisoryRecord(
                id, Set.of(), null, null, description, null, null, false, null, null, null, false, affected);
    }
}
