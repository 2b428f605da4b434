package dev.sekisho.web;

import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Answers as a problem what fails before an endpoint is found: unreadable addresses, a missing host, odd methods. */
class EarlyProblems {
    private static final Logger LOG = Logger.getLogger(EarlyProblems.class);

    private static final Map<Integer, String> DETAILS = Map.of(
            400,
                    "The request line, a header or the body cannot be read: check percent-encoding, the Host header and lengths.",
            404, "Nothing is served at this address; the contract is at /q/openapi.",
            405, "This address does not take this method; the contract is at /q/openapi.",
            413, "Send a smaller body; the limits are stated in the contract.",
            414, "Send a shorter address: the request line takes at most 8,192 bytes.",
            431, "Send fewer or shorter headers: together they take at most 16 KiB.");

    void register(@Observes Router router) {
        // A route fails with a handler, a request that reaches no route with a status: both end here.
        router.route().order(Integer.MIN_VALUE).failureHandler(EarlyProblems::failed);
        DETAILS.keySet().forEach(status -> router.errorHandler(status, EarlyProblems::failed));
    }

    static String detailOf(ProblemType type) {
        return DETAILS.getOrDefault(type.status(), type.title() + ".");
    }

    private static void failed(RoutingContext context) {
        if (context.response().ended()) {
            LOG.debug("a failure after the answer was given", context.failure());
            return;
        }
        SecurityHeaders.put(context.response().headers(), false);
        int status = context.statusCode();
        Throwable failure = context.failure();
        if (failure == null || failure instanceof VertxException || status >= 400 && status < 500) {
            ProblemType type = ProblemType.ofStatus(status < 400 ? 400 : status);
            Problems.write(context, type, detailOf(type));
        } else if (DatabaseFailure.isOutage(failure)) {
            context.response().putHeader("Retry-After", "2");
            Problems.write(context, ProblemType.UNAVAILABLE, "The database cannot be reached; try again.");
        } else if (DatabaseFailure.isFull(failure)) {
            context.response().putHeader("Retry-After", "30");
            Problems.write(context, ProblemType.UNAVAILABLE, "There is no room left to take this in; try again later.");
        } else {
            LOG.error("unforeseen failure before an endpoint was reached", failure);
            Problems.write(context, ProblemType.INTERNAL, "The failure was logged under this traceId.");
        }
    }
}
