package dev.sekisho.web;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses to answer with what the caller said it does not take; endpoints that build their own responses need it said. */
class AcceptedTypes {
    private static final List<String> JSON = List.of(MediaType.APPLICATION_JSON);

    @ServerRequestFilter
    void check(ResourceInfo resource, HttpHeaders headers) {
        Method method = resource.getResourceMethod();
        if (method != null && served(method).noneMatch(type -> taken(type, headers))) {
            throw ProblemException.of(
                    ProblemType.NOT_ACCEPTABLE, "Answers are application/json; ask for that or for anything.");
        }
    }

    private static Stream<MediaType> served(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces common = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        return types(common).stream().map(MediaType::valueOf);
    }

    private static List<String> types(@Nullable Produces declared) {
        return declared == null ? JSON : List.of(declared.value());
    }

    private static boolean taken(MediaType type, HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(AcceptedTypes::wanted)
                .anyMatch(type::isCompatible);
    }

    /** A weight of nothing means "not this". */
    private static boolean wanted(MediaType type) {
        return !type.getParameters().getOrDefault("q", "1").matches("0(\\.0{0,3})?");
    }
}
