package dev.sekisho.assessment;

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
     * Beside the assessment and the day, which changes what "30 days ago" means, everything counts that is registered or
     * loaded: what a filter names may be gone, and what an answer rests on may be other, though the assessment is the same.
     */
    private long revision(Snapshot now) {
        return now.generation() * 1_000_003L
                + revisions.ofAll() * 31
                + now.day().toEpochDay();
    }
}
