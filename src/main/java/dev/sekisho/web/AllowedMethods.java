package dev.sekisho.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes, for the {@code Allow} header that JAX-RS leaves out of a 405. */
@Singleton
class AllowedMethods {
    private static final String VARIABLE = "\\{[^}]+}";

    private @Nullable List<Operation> operations;

    private record Operation(Pattern address, String method) {}

    String allowedAt(String path) {
        var allowed = new TreeSet<>(List.of("OPTIONS"));
        operations().stream()
                .filter(operation -> operation.address().matcher(path).matches())
                .forEach(operation -> allowed.add(operation.method()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }

    private synchronized List<Operation> operations() {
        if (operations == null) {
            operations = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(type -> operationsOf(type).stream())
                    .toList();
        }
        return operations;
    }

    private static List<Operation> operationsOf(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        var found = new ArrayList<Operation>();
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    found.add(new Operation(address(root, method.getAnnotation(Path.class)), verb.value()));
                }
            }
        }
        return found;
    }

    private static Pattern address(String root, @Nullable Path below) {
        String template = below == null ? root : root + "/" + below.value();
        String[] literals = template.replaceAll("/+", "/").split(VARIABLE, -1);
        return Pattern.compile(
                String.join("[^/]+", Arrays.stream(literals).map(Pattern::quote).toList()) + "/?");
    }
}
