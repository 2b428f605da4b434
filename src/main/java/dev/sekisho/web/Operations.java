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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every operation that endpoints declare: the template of its address and its method. */
@Singleton
public class Operations {
    private @Nullable List<Operation> all;

    /** @param template the address as declared, with its variables in braces */
    public record Operation(String template, String method) {}

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
                    found.add(new Operation(template(root, method.getAnnotation(Path.class)), verb.value()));
                }
            }
        }
        return found;
    }

    private static String template(String root, @Nullable Path below) {
        String template = below == null ? root : root + "/" + below.value();
        return template.replaceAll("/+", "/");
    }
}
