package dev.sekisho.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every operation that endpoints declare: the template of its address and its method. */
@Singleton
public class Operations {
    private @Nullable List<Operation> all;

    /**
     * @param template the address as declared, with its variables in braces
     * @param consumes the types of the body it takes
     */
    public record Operation(String template, String method, List<String> consumes) {}

    public synchronized List<Operation> all() {
        if (all == null) {
            all = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(type -> operationsOf(type).stream())
                    .toList();
        }
        return all;
    }

    private static List<Operation> operationsOf(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        var found = new ArrayList<Operation>();
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    String template = template(root, method.getAnnotation(Path.class));
                    found.add(new Operation(template, verb.value(), consumes(method, resource)));
                }
            }
        }
        return found;
    }

    /** As declared nearest to the method. */
    private static List<String> consumes(Method method, Class<?> resource) {
        return Stream.of(method, method.getDeclaringClass(), resource)
                .map(where -> where.getAnnotation(Consumes.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(declared -> List.of(declared.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    private static String template(String root, @Nullable Path below) {
        String template = below == null ? root : root + "/" + below.value();
        return template.replaceAll("/+", "/");
    }
}
