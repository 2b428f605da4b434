package dev.sekisho.change;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells who writes: whoever work was begun for, else whoever sent the request at hand, else the service. */
@ApplicationScoped
class Callers {
    static final String REASON = "Sekisho-Reason";
    private static final int LONGEST_REASON = 500;

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Callers(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** @throws ProblemException INVALID when the reason is too long or no text */
    Actor now() {
        Actor acting = Actor.acting();
        if (acting != null) {
            return acting;
        }
        // Duties on a schedule have a request context, too, and no request in it.
        RoutingContext context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null || identity.isAnonymous() ? Actor.SERVICE : of(context.request());
    }

    private Actor of(HttpServerRequest sent) {
        return new Actor(
                identity.getPrincipal().getName(),
                Problems.traceId(),
                sent.remoteAddress() == null ? null : sent.remoteAddress().hostAddress(),
                reason(sent.getHeader(REASON)));
    }

    static @Nullable String reason(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String reason = decoded(sent).strip();
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    REASON,
                    "The header " + REASON + " takes one line of at most " + LONGEST_REASON + " characters of UTF-8.");
        }
        return reason;
    }

    /** The bytes of a header arrive as so many characters; what is no UTF-8 stays as it came. */
    private static String decoded(String sent) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(sent)) {
            return sent;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return sent;
        }
    }
}
