package dev.sekisho.registry.idempotency;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an {@code Idempotency-Key} that is none; an endpoint is not told of one without a value. */
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
