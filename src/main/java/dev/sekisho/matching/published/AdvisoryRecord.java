package dev.sekisho.matching.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability as one document describes it, the same shape for every format. Stored as one flat object.
 *
 * @param id the identifier the document uses, a CVE id where it has one
 * @param aliases other identifiers of the same vulnerability, never of the document
 * @param document identifier of the enclosing document, such as a CSAF tracking id
 */
public record AdvisoryRecord(
        String id,
        Set<String> aliases,
        @Nullable String document,
        @JsonUnwrapped Wording wording,
        @JsonUnwrapped Issued issued,
        @JsonUnwrapped Threat threat,
        List<AffectedProduct> affected) {

    public AdvisoryRecord {
        aliases = Ordered.copy(aliases);
        affected = List.copyOf(affected);
    }

    public @Nullable String title() {
        return wording.title();
    }

    public @Nullable String description() {
        return wording.description();
    }

    public @Nullable Instant published() {
        return issued.published();
    }

    public @Nullable Instant modified() {
        return issued.modified();
    }

    public boolean withdrawn() {
        return issued.withdrawn();
    }

    public @Nullable CvssScore cvss() {
        return threat.cvss();
    }

    public @Nullable Ssvc ssvc() {
        return threat.ssvc();
    }

    public @Nullable Exploited exploited() {
        return threat.exploited();
    }

    public boolean publicExploit() {
        return threat.publicExploit();
    }

    /** When its source last spoke, by its own word; null where it does not say. */
    public @Nullable Instant dated() {
        return modified() == null ? published() : modified();
    }

    /** The same, said at a time. */
    public AdvisoryRecord at(@Nullable Instant time) {
        var then = new Issued(published(), time, withdrawn());
        return new AdvisoryRecord(id, aliases, document, wording, then, threat, affected);
    }

    /** The same, where what its source says of the time is not believed. */
    public AdvisoryRecord undated() {
        var then = new Issued(null, null, withdrawn());
        return new AdvisoryRecord(id, aliases, document, wording, then, threat, affected);
    }

    /** The same with other evidence of exploitation. */
    public AdvisoryRecord with(@Nullable Exploited evidence) {
        var other = new Threat(cvss(), ssvc(), evidence, publicExploit());
        return new AdvisoryRecord(id, aliases, document, wording, issued, other, affected);
    }

    /** The least an advisory is: an id and what it names. */
    public static AdvisoryRecord named(String id, @Nullable String description, List<AffectedProduct> affected) {
        var words = new Wording(null, description);
        return new AdvisoryRecord(id, Set.of(), null, words, Issued.UNDATED, Threat.NONE, affected);
    }

    /** What a document says of a vulnerability in plain words. */
    public record Wording(@Nullable String title, @Nullable String description) {
        public static final Wording NONE = new Wording(null, null);
    }

    /**
     * When a record was published and changed, by its source's own word.
     *
     * @param withdrawn rejected or withdrawn by its source: kept, but no longer evidence
     */
    public record Issued(
            @Nullable Instant published, @Nullable Instant modified, boolean withdrawn) {
        public static final Issued UNDATED = new Issued(null, null, false);
    }

    /**
     * How bad a vulnerability is, and how far its exploitation has come.
     *
     * @param publicExploit a public exploit or proof of concept is known
     */
    public record Threat(
            @Nullable CvssScore cvss,
            @Nullable Ssvc ssvc,
            @Nullable Exploited exploited,
            boolean publicExploit) {
        public static final Threat NONE = new Threat(null, null, null, false);
    }
}
