package dev.sekisho.web.problem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Writes problems, for JAX-RS and for whatever fails before or beside it. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String WITH_CHARSET = MEDIA_TYPE + ";charset=UTF-8";
    private static final String TRACE = "traceId";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Problems() {}

    public static Response response(ProblemException problem, String instance) {
        return response(problem.type(), problem.detail(), problem.errors(), problem.headers(), instance, traceId());
    }

    public static Response response(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            Map<String, String> headers,
            String instance,
            String traceId) {
        var response = Response.status(type.status())
                .type(WITH_CHARSET)
                .entity(problem(type, detail, errors, instance, traceId));
        headers.forEach(response::header);
        return response.build();
    }

    static Problem problem(
            ProblemType type, String detail, List<Problem.FieldError> errors, String instance, String traceId) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, instance, traceId, errors.isEmpty() ? null : errors);
    }

    /** The same as plain text of JSON, for the layer below JAX-RS. */
    public static void write(RoutingContext context, ProblemType type, String detail) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(type.status())
                .putHeader("Content-Type", WITH_CHARSET)
                .end(text(type, detail, context.request().path(), traceId()));
    }

    /** For a request that was never read as far as its address. */
    public static String unrouted(ProblemType type, String detail) {
        return text(type, detail, null, newTraceId());
    }

    private static String text(ProblemType type, String detail, @Nullable String instance, String traceId) {
        var body = new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail);
        if (instance != null) {
            body.put("instance", instance);
        }
        return body.put("traceId", traceId).encode();
    }

    /** The identifier of the request at hand, or a new one where none is at hand. */
    public static String traceId() {
        return MDC.get(TRACE) instanceof String begun ? begun : newTraceId();
    }

    /** Names the request, so that its answer can be found again in the logs. */
    public static void beginTrace() {
        MDC.put(TRACE, newTraceId());
    }

    /** 128 random bits. */
    private static String newTraceId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
