package dev.sekisho.assessment;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Revisions;
import dev.sekisho.web.Representations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;

/** Answers conditional reads of what the assessment says, at the revision of the latest assessment. */
@ApplicationScoped
public class SnapshotResponses {
    private final Assessor assessor;
    private final Representations representations;
    private final Revisions revisions;

    SnapshotResponses(Assessor assessor, Representations representations, Revisions revisions) {
        this.assessor = assessor;
        this.representations = representations;
        this.revisions = revisions;
    }

    /**
     * Answers a read; one that is a poll (with {@code If-None-Match}) never waits for an assessment under way, any other
     * sees every write acknowledged before it.
     */
    public Response answer(HttpHeaders headers, UriInfo uri, Function<Snapshot, ?> body) {
        boolean poll = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null;
        Snapshot now = poll ? assessor.latest() : assessor.current();
        return representations.answer(
                headers, uri, revision(now), () -> revision(assessor.latest()), () -> body.apply(now));
    }

    /**
     * Acceptance changes findings without an assessment; the day changes what "30 days ago" means; and feeds and advisories
     * change what an answer rests on or may name where they change nothing in it.
     */
    private long revision(Snapshot now) {
        return now.generation() * 1_000_003L
                + revisions.of(CollectionName.FINDINGS) * 31
                + revisions.of(CollectionName.FEEDS) * 101
                + revisions.of(CollectionName.ADVISORIES) * 1_009
                + now.day().toEpochDay();
    }
}
