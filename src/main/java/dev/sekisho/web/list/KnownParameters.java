package dev.sekisho.web.list;

import dev.sekisho.web.problem.Near;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters an operation does not declare, ones given twice or without a value, and values they do not
 * take; whoever sent several of them is told of all at once.
 */
@Singleton
class KnownParameters {
    /** What the framework leaves out silently. */
    private static final Pattern NAMELESS = Pattern.compile("(?:^|&)=");

    /** So much of a name is repeated. */
    private static final int LONGEST = 100;

    private final Map<Method, SortedMap<String, AnnotatedElement>> declared = new ConcurrentHashMap<>();
    private final List<ParameterCheck> checks;

    KnownParameters(@All List<ParameterCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith("dev.sekisho.")) {
            return;
        }
        String query = uri.getRequestUri().getRawQuery();
        if (query != null && NAMELESS.matcher(query).find()) {
            throw ProblemException.of(ProblemType.UNKNOWN_PARAMETER, "A value in the query has no name before its =.");
        }
        uri.getPathParameters().forEach((name, values) -> values.forEach(value -> refuseUnsound(name, value)));
        if (!uri.getQueryParameters().isEmpty()) {
            refuse(method, uri);
        }
    }

    private void refuse(Method method, UriInfo uri) {
        SortedMap<String, AnnotatedElement> known = declared.computeIfAbsent(method, Declared::parameters);
        var unknown = new ArrayList<Problem.FieldError>();
        var invalid = new ArrayList<Problem.FieldError>();
        uri.getQueryParameters().forEach((name, values) -> {
            AnnotatedElement where = known.get(name);
            if (where == null) {
                unknown.add(unknown(name, known.keySet()));
            } else {
                Stream.ofNullable(fault(name, values, where)).forEach(invalid::add);
            }
        });
        checks.forEach(check -> invalid.addAll(check.malformed(method, uri)));
        List<Problem.FieldError> nameless = (isUnsound(uri) ? Stream.<ParameterCheck>of() : checks.stream())
                .flatMap(check -> check.unknown(method, uri).stream())
                .filter(one -> invalid.stream().noneMatch(other -> Objects.equals(one.pointer(), other.pointer())))
                .toList();
        refuse(unknown, invalid, nameless);
    }

    /** The first kind that there is names the problem; all of them are told. */
    private static void refuse(
            List<Problem.FieldError> unknown, List<Problem.FieldError> invalid, List<Problem.FieldError> nameless) {
        List<Problem.FieldError> all =
                Stream.of(unknown, invalid, nameless).flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            ProblemType type = !unknown.isEmpty()
                    ? ProblemType.UNKNOWN_PARAMETER
                    : invalid.isEmpty() ? ProblemType.NOT_KNOWN_HERE : ProblemType.INVALID;
            throw ProblemException.of(
                    type, all.stream().map(Problem.FieldError::detail).collect(Collectors.joining(" ")), all);
        }
    }

    private static Problem.FieldError unknown(String name, Set<String> known) {
        return new Problem.FieldError(
                name,
                "The parameter " + shown(name) + " is not known" + Near.words(name, known)
                        + (known.isEmpty() ? "; none is taken here." : "; known are " + known + "."));
    }

    private static String shown(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    }

    private static Problem.@Nullable FieldError fault(String name, List<String> values, AnnotatedElement where) {
        String value = values.get(0);
        if (values.size() > 1) {
            return new Problem.FieldError(name, "The parameter " + name + " is given more than once.");
        }
        if (value.isEmpty()) {
            // Left out it would narrow nothing, and whoever sent it meant something.
            Problem.FieldError wanted = ParameterValues.fault(where, name, value);
            return new Problem.FieldError(
                    name,
                    "The parameter " + name + " is given without a value"
                            + (wanted == null ? "." : "; " + wanted.detail()));
        }
        return isUnsound(value) ? unsound(name) : ParameterValues.fault(where, name, value);
    }

    private static void refuseUnsound(String name, String value) {
        if (isUnsound(value)) {
            throw ProblemException.of(ProblemType.INVALID, unsound(name).detail(), List.of(unsound(name)));
        }
    }

    /** No database can be asked for such a value. */
    private static boolean isUnsound(UriInfo uri) {
        return uri.getQueryParameters().values().stream().flatMap(List::stream).anyMatch(KnownParameters::isUnsound);
    }

    private static boolean isUnsound(String value) {
        return value.chars().anyMatch(c -> c < ' ' || c == 127 || c == 0xFFFD);
    }

    private static Problem.FieldError unsound(String name) {
        return new Problem.FieldError(name, "The parameter " + name + " holds a control character.");
    }
}
