package dev.sekisho.database;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives no answer that was begun before the process was stopped for a while: what it read may be of long ago. */
class StaleAnswers {
    private final Lease lease;

    StaleAnswers(Lease lease) {
        this.lease = lease;
    }

    @ServerResponseFilter
    void check(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && response.getStatus() < 400 && !lease.isCurrent()) {
            refuse(request, response);
        }
    }

    private static void refuse(ContainerRequestContext request, ContainerResponseContext response) {
        Response instead = Problems.response(
                ProblemException.of(ProblemType.UNAVAILABLE, "The database does not answer; try again."),
                request.getUriInfo().getRequestUri().getRawPath());
        response.setStatus(instead.getStatus());
        response.setEntity(instead.getEntity(), null, MediaType.valueOf(Problems.MEDIA_TYPE + ";charset=UTF-8"));
        response.getHeaders().remove("ETag");
        response.getHeaders().putSingle("Retry-After", "2");
    }
}
