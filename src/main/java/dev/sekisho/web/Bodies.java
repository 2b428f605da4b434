package dev.sekisho.web;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses, before reading them, bodies that are too large, compressed, or in another character set than UTF-8. */
class Bodies {
    private static final int AFTER_THE_GATE = 800;

    /** How long a refused sender may go on sending, so that it finds the answer instead of a broken connection. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

    /** Many clients name the second without meaning it; what is not UTF-8 is found out when it is read. */
    private static final Set<String> READ_AS_UTF_8 = Set.of("UTF-8", "ISO-8859-1", "US-ASCII");

    private static final Set<String> UNASKED =
            Set.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

    private final long limit;
    private final AllowedMethods methods;

    Bodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, AllowedMethods methods) {
        this.methods = methods;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_THE_GATE);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String encoding = request.getHeader("Content-Encoding");
        if (request.authority() == null || request.headers().getAll("Host").size() > 1) {
            Problems.write(context, ProblemType.MALFORMED, "Send one Host header.");
        } else if (!request.headers().getAll("Transfer-Encoding").stream().allMatch("chunked"::equalsIgnoreCase)) {
            refuse(
                    context,
                    ProblemType.MALFORMED,
                    "Send the body with its length or in chunks, not encoded otherwise.");
        } else if (request.headers().getAll("Content-Type").size() > 1) {
            refuse(context, ProblemType.MALFORMED, "Send one Content-Type header.");
        } else if (sentUnasked(request) || namesNoType(request)) {
            refuse(
                    context,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    methods.bodiesAt(request.path(), request.method().name()));
        } else if (length(request) > limit) {
            refuse(context, ProblemType.TOO_LARGE, "A body takes at most " + limit + " bytes.");
        } else if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            refuse(context, ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a Content-Encoding.");
        } else if (!unicode(request.getHeader("Content-Type"))) {
            refuse(context, ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send text in UTF-8.");
        } else {
            context.next();
        }
    }

    /** A page of another origin may send these by a browser without that asking us first. */
    private static boolean sentUnasked(HttpServerRequest request) {
        String mediaType = request.getHeader("Content-Type");
        return request.method().equals(HttpMethod.POST)
                && hasBody(request)
                && (mediaType == null || UNASKED.contains(essence(mediaType)));
    }

    /** A range of types says what is wanted, not what this is. */
    private static boolean namesNoType(HttpServerRequest request) {
        String mediaType = request.getHeader("Content-Type");
        return mediaType != null && (mediaType.isBlank() || essence(mediaType).contains("*"));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return length(request) > 0 || request.headers().contains("Transfer-Encoding");
    }

    private static String essence(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void refuse(RoutingContext context, ProblemType type, String detail) {
        HttpServerRequest request = context.request();
        Problems.write(context, type, detail);
        if (!request.isEnded()) {
            request.resume();
            long timer = context.vertx()
                    .setTimer(PATIENCE_MILLIS, late -> request.connection().close());
            request.endHandler(done -> context.vertx().cancelTimer(timer));
        }
    }

    private static long length(HttpServerRequest request) {
        String stated = request.getHeader("Content-Length");
        if (stated == null) {
            return 0;
        }
        // The HTTP layer lets only digits through, which may be more than a number holds.
        return stated.matches("[0-9]{1,18}") ? Long.parseLong(stated) : Long.MAX_VALUE;
    }

    private static boolean unicode(@Nullable String mediaType) {
        if (mediaType == null) {
            return true;
        }
        Matcher charset = CHARSET.matcher(mediaType);
        return !charset.find()
                || READ_AS_UTF_8.contains(charset.group(1).strip().toUpperCase(Locale.ROOT));
    }
}
