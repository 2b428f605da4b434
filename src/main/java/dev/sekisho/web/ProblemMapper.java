package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.utils.VertxOutputStream;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem; what nobody foresaw says nothing of the inside. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final AllowedMethods methods;
    private final SecurityIdentity caller;
    private final CurrentVertxRequest request;
    private final BodyChecks checks;

    ProblemMapper(AllowedMethods methods, SecurityIdentity caller, CurrentVertxRequest request, BodyChecks checks) {
        this.checks = checks;
        this.methods = methods;
        this.caller = caller;
        this.request = request;
    }

    @ServerExceptionMapper
    Response expected(ProblemException problem, UriInfo uri) {
        return Problems.response(problem, instance(uri));
    }

    @ServerExceptionMapper
    Response routing(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri);
        }
        if (failure.getCause() instanceof ProblemException problem) {
            return expected(problem, uri);
        }
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            // The address is right; a value in the query is none of those its parameter takes.
            return respond(
                    uri, ProblemType.INVALID, "A parameter has a value it does not take; see the contract.", Map.of());
        }
        ProblemType type = ProblemType.ofStatus(failure.getResponse().getStatus());
        if (type.status() >= 500) {
            return unforeseen(failure, uri);
        }
        // Below an object several classes share the beginning of an address, and routing looks into the first only.
        if (type == ProblemType.METHOD_NOT_ALLOWED
                || type == ProblemType.NOT_FOUND && methods.isServed(uri.getPath())) {
            ProblemType refused = ProblemType.METHOD_NOT_ALLOWED;
            String allowed = methods.allowedAt(uri.getPath());
            return respond(uri, refused, "This address takes " + allowed + ".", Map.of("Allow", allowed));
        }
        return respond(uri, type, type == ProblemType.UNSUPPORTED_MEDIA_TYPE ? wanted(uri) : detailOf(type), Map.of());
    }

    private String wanted(UriInfo uri) {
        RoutingContext routing = request.getCurrent();
        return routing == null
                ? detailOf(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                : methods.bodiesAt(uri.getPath(), routing.request().method().name());
    }

    private static String detailOf(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "Nothing is served at this address; the contract is at /q/openapi.";
            case METHOD_NOT_ALLOWED -> "The methods this address takes are listed in the Allow header.";
            case NOT_ACCEPTABLE -> "Answers are application/json; ask for that or for anything.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the Content-Type the contract states, mostly application/json.";
            case TOO_LARGE -> "Send a smaller body; the limits are stated in the contract.";
            case MALFORMED -> "The request could not be understood; check its syntax against the contract.";
            default -> type.title() + ".";
        };
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException failure, UriInfo uri) {
        return Problems.response(JsonProblems.of(failure), instance(uri));
    }

    /** Named apart because Quarkus brings a mapper of its own for this one. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return unreadable(failure, uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo uri) {
        var errors = new ArrayList<>(failure.getConstraintViolations().stream()
                .map(JsonProblems::fault)
                .sorted(Comparator.comparing(error -> error.pointer() + error.detail()))
                .toList());
        bodies(failure).forEach(body -> errors.addAll(checks.beyond(errors, body)));
        return Problems.response(ProblemException.of(ProblemType.INVALID, errors), instance(uri));
    }

    /** What was validated: the arguments of an endpoint, or a body it read itself. */
    private static Stream<Object> bodies(ConstraintViolationException failure) {
        ConstraintViolation<?> any =
                failure.getConstraintViolations().iterator().next();
        Object[] arguments = any.getExecutableParameters();
        return arguments == null
                ? Stream.ofNullable(any.getRootBean())
                : Arrays.stream(arguments).filter(Objects::nonNull);
    }

    /** What is asked has an answer, but none that could be held. */
    @ServerExceptionMapper
    Response tooComplex(TooComplexException failure, UriInfo uri) {
        return respond(uri, ProblemType.IMPOSSIBLE, String.valueOf(failure.getMessage()), Map.of());
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException failure, UriInfo uri) {
        return unauthenticated(uri);
    }

    private Response unauthenticated(UriInfo uri) {
        return respond(
                uri,
                ProblemType.UNAUTHENTICATED,
                "Send an API key that is valid now: Authorization: Bearer sek_...",
                Map.of("WWW-Authenticate", "Bearer realm=\"sekisho\""));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        LOG.warnf("forbidden: the key with id %s on %s", caller.getPrincipal().getName(), instance(uri));
        return respond(
                uri, ProblemType.FORBIDDEN, "Ask an administrator for a key with a role that allows this.", Map.of());
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, UriInfo uri) {
        if (DatabaseFailure.isOutage(failure)) {
            LOG.warnf("database unavailable: %s", DatabaseFailure.reason(failure));
            return respond(
                    uri,
                    ProblemType.UNAVAILABLE,
                    "The database cannot be reached, does not answer in time or is full; nothing was stored. Try again.",
                    Map.of("Retry-After", "2"));
        }
        if (DatabaseFailure.isFull(failure)) {
            LOG.warnf("no room left: %s", DatabaseFailure.reason(failure));
            return respond(
                    uri,
                    ProblemType.UNAVAILABLE,
                    "There is no room left to take this in; nothing was stored. Try again later.",
                    Map.of("Retry-After", "30"));
        }
        if (isHungUp(failure)) {
            LOG.debug("the caller went away before its request was complete or its answer was read", failure);
            return respond(
                    uri,
                    ProblemType.MALFORMED,
                    "The body ended before it was complete, or its chunks cannot be read.",
                    Map.of());
        }
        if (isAnswered()) {
            LOG.debug("the HTTP layer refused the rest of a body that was being read");
            return respond(uri, ProblemType.TOO_LARGE, detailOf(ProblemType.TOO_LARGE), Map.of());
        }
        String traceId = Problems.traceId();
        LOG.errorf(failure, "unforeseen failure, traceId=%s", traceId);
        return Problems.response(
                ProblemType.INTERNAL,
                "The failure was logged under this traceId.",
                List.of(),
                Map.of(),
                instance(uri),
                traceId);
    }

    /** Whether the caller closed its connection: no failure of ours, and nobody is there to be answered. */
    private static boolean isHungUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException
                    || cause instanceof StreamResetException
                    || cause instanceof IOException && isOfTheAnswer(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What fails while an answer goes out has no class of its own: only where it was thrown tells it from our own I/O. */
    private static boolean isOfTheAnswer(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(1)
                .anyMatch(frame -> frame.getClassName().equals(VertxOutputStream.class.getName()));
    }

    private boolean isAnswered() {
        RoutingContext routing = request.getCurrent();
        return routing != null && routing.response().ended();
    }

    private static Response respond(UriInfo uri, ProblemType type, String detail, Map<String, String> headers) {
        return Problems.response(type, detail, List.of(), headers, instance(uri), Problems.traceId());
    }

    private static String instance(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
