package dev.sekisho.web.metrics;

import dev.sekisho.web.Operations;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the served addresses a path belongs to. There are as many answers as templates and pages, and one for
 * everything else, so what callers invent never becomes a label. The server's metrics look it up by themselves.
 */
@Singleton
@Unremovable
class RouteTemplates {
    static final String UNKNOWN = "UNKNOWN";
    private static final String ROOT = "root";
    private static final String SWAGGER = "/q/swagger-ui";
    private static final Set<String> PAGES = Set.of(
            "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi", SWAGGER);

    private final Operations operations;
    private volatile @Nullable Node tree;

    RouteTemplates(Operations operations) {
        this.operations = operations;
    }

    /** A place in the tree of templates; a literal segment goes before a variable one, as it does in routing. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private @Nullable String template;

        Node below(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, any -> new Node());
            }
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }

        @Nullable
        String find(String path, int from) {
            if (from >= path.length()) {
                return template;
            }
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            Node literal = literals.get(path.substring(from, end));
            String found = literal == null ? null : literal.find(path, end + 1);
            return found == null && variable != null && end > from ? variable.find(path, end + 1) : found;
        }
    }

    String of(@Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            return UNKNOWN;
        }
        if (path.equals("/")) {
            return ROOT;
        }
        if (path.startsWith("/q/")) {
            return page(path);
        }
        String template = tree().find(path, 1);
        return template == null ? UNKNOWN : template;
    }

    private static String page(String path) {
        String page = path.startsWith(SWAGGER + "/") ? SWAGGER : path;
        return PAGES.contains(page) ? page : UNKNOWN;
    }

    /** Every answer there is. */
    SortedSet<String> all() {
        var all = new TreeSet<>(PAGES);
        all.addAll(List.of(ROOT, UNKNOWN));
        operations.all().forEach(operation -> all.add(operation.template()));
        return all;
    }

    private Node tree() {
        Node known = tree;
        if (known == null) {
            known = planted();
            tree = known;
        }
        return known;
    }

    private Node planted() {
        var root = new Node();
        for (Operations.Operation operation : operations.all()) {
            Node at = root;
            for (String segment : operation.template().substring(1).split("/")) {
                at = at.below(segment);
            }
            at.template = operation.template();
        }
        return root;
    }
}
