package dev.sekisho.web;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Refuses an {@code Accept} that is none before an endpoint is looked for by it. RFC 9110, section 12.5.1. */
@ApplicationScoped
class AcceptFilter {
    private static final int BEHIND_THE_GATE = 895;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETER = "\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|\"[^\"]*\"))?";
    private static final Pattern RANGE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*\\s*");

    void register(@Observes Filters filters) {
        filters.register(AcceptFilter::handle, BEHIND_THE_GATE);
    }

    private static void handle(RoutingContext context) {
        boolean sound = context.request().headers().getAll("Accept").stream().allMatch(AcceptFilter::isSound);
        if (sound) {
            context.next();
        } else {
            Problems.write(
                    context,
                    ProblemType.MALFORMED,
                    "Accept lists media types, such as application/json, or is left out.");
        }
    }

    private static boolean isSound(String accept) {
        for (String range : accept.split(",", -1)) {
            if (!RANGE.matcher(range).matches()) {
                return false;
            }
        }
        return true;
    }
}
