package dev.sekisho.web.list;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters an operation does not declare, ones given twice or without a value, and values no text can hold. */
class KnownParameters {
    private static final Map<Method, Set<String>> DECLARED = new ConcurrentHashMap<>();

    /** What the framework leaves out silently. */
    private static final Pattern NAMELESS = Pattern.compile("(?:^|&)=");

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith("dev.sekisho.")) {
            return;
        }
        Set<String> known =
                DECLARED.computeIfAbsent(method, any -> Declared.parameters(any).keySet());
        String query = uri.getRequestUri().getRawQuery();
        if (query != null && NAMELESS.matcher(query).find()) {
            throw ProblemException.of(ProblemType.UNKNOWN_PARAMETER, "A value in the query has no name before its =.");
        }
        uri.getQueryParameters().forEach((name, values) -> check(name, values, known));
        uri.getPathParameters().forEach((name, values) -> values.forEach(value -> checkSound(name, value)));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw ProblemException.at(
                    ProblemType.UNKNOWN_PARAMETER,
                    name,
                    "The parameter " + name + " is not known; known are " + known + ".");
        }
        if (values.size() > 1) {
            throw ProblemException.at(ProblemType.INVALID, name, "The parameter " + name + " is given more than once.");
        }
        if (values.get(0).isEmpty()) {
            // Left out it would narrow nothing, and whoever sent it meant something.
            throw ProblemException.at(
                    ProblemType.INVALID, name, "The parameter " + name + " is given without a value.");
        }
        checkSound(name, values.get(0));
    }

    private static void checkSound(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 127 || c == 0xFFFD)) {
            throw ProblemException.at(
                    ProblemType.INVALID, name, "The parameter " + name + " holds a control character.");
        }
    }
}
