package dev.sekisho.database;

import dev.sekisho.web.ProblemException;
import dev.sekisho.web.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives no answer that was begun before the process was stopped for a while: what it read may be of long ago. */
class StaleAnswers {
    private final Lease lease;

    StaleAnswers(Lease lease) {
        this.lease = lease;
    }

    @ServerResponseFilter
    void check(ContainerRequestContext request, ContainerResponseContext response) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (read && response.getStatus() < 400 && !lease.isCurrent()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The database does not answer; try again.")
                    .with("Retry-After", "2");
        }
    }
}
