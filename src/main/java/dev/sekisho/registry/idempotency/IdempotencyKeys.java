package dev.sekisho.registry.idempotency;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a request whose {@code Idempotency-Key} cannot be one: sent twice, empty, too long or not printable. It is done
 * before any endpoint is called, because a header without a value would reach the endpoint as no header at all, and the
 * caller would believe that sending again is safe.
 */
class IdempotencyKeys {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[ -~]{1,200}");

    @ServerRequestFilter
    void check(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(HEADER);
        boolean sound = sent == null
                || sent.isEmpty()
                || sent.size() == 1 && FORM.matcher(sent.get(0)).matches();
        if (!sound) {
            throw ProblemException.at(
                    ProblemType.INVALID, HEADER, HEADER + " takes 1 to 200 printable ASCII characters, once.");
        }
    }
}
