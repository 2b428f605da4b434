package dev.sekisho.registry;

import static java.util.Objects.requireNonNull;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.list.Declared;
import dev.sekisho.web.list.ParameterCheck;
import dev.sekisho.web.problem.Near;
import dev.sekisho.web.problem.Problem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the values of query parameters that name nothing, each told by the parameter and with what may have been meant. */
@Singleton
class KnownReferences implements ParameterCheck {
    private final Map<Method, SortedMap<String, AnnotatedElement>> declared = new ConcurrentHashMap<>();
    private final Map<String, Referable> referables = new TreeMap<>();
    private final Transactions transactions;

    KnownReferences(CollectionRegistry collections, @All List<Referable> others, Transactions transactions) {
        this.transactions = transactions;
        collections.referencedFirst().forEach(one -> put(new CollectionKeys(one)));
        others.forEach(this::put);
    }

    private void put(Referable referable) {
        referables.put(referable.name(), referable);
    }

    @Override
    public List<Problem.FieldError> malformed(Method operation, UriInfo uri) {
        Asked asked = asked(operation, uri);
        return asked.references().stream()
                .flatMap(name -> Stream.ofNullable(Filters.fault(name, requireNonNull(asked.given(name)))))
                .toList();
    }

    @Override
    public List<Problem.FieldError> unknown(Method operation, UriInfo uri) {
        Asked asked = asked(operation, uri);
        List<String> references = asked.references().stream()
                .filter(name -> Filters.fault(name, requireNonNull(asked.given(name))) == null)
                .toList();
        return references.isEmpty()
                ? List.of()
                : transactions.read(() -> references.stream()
                        .flatMap(name -> fault(asked, name).stream())
                        .toList());
    }

    private Asked asked(Method operation, UriInfo uri) {
        return new Asked(declared.computeIfAbsent(operation, Declared::parameters), uri);
    }

    private List<Problem.FieldError> fault(Asked asked, String name) {
        String value = requireNonNull(asked.given(name));
        List<Referable> candidates = candidates(asked, name);
        return candidates.isEmpty() || candidates.stream().anyMatch(one -> one.holds(value))
                ? List.of()
                : List.of(new Problem.FieldError(name, words(name, value, candidates)));
    }

    /** None where the choice among them is none: then that is what will be refused. */
    private List<Referable> candidates(Asked asked, String name) {
        RefersTo declaration = asked.declaration(name);
        String given = asked.given(declaration.chosenBy());
        String chosen = given == null ? declaration.otherwise() : given;
        return Stream.concat(
                        Stream.of(declaration.others()),
                        Stream.of(declaration.value()).map(CollectionName::path))
                .map(referables::get)
                .map(Objects::requireNonNull)
                .filter(one -> chosen.isEmpty() || one.kind().equals(chosen))
                .toList();
    }

    private static String words(String name, String value, List<Referable> candidates) {
        String what = candidates.stream().map(Referable::singular).collect(Collectors.joining(" or "));
        Collection<String> beside = new LinkedHashSet<>();
        candidates.forEach(one -> beside.addAll(one.beside(value)));
        var sentences = new ArrayList<String>();
        sentences.add(name + " names " + Filters.shown(value) + ", and there is no " + what + " of that name"
                + Near.words(value, beside) + ".");
        candidates.stream()
                .map(one -> one.advice(value))
                .filter(advice -> !advice.isEmpty())
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    /** The parameters an operation declares, and those it was called with. */
    private record Asked(SortedMap<String, AnnotatedElement> declared, UriInfo uri) {

        /** The names of those that were given and refer to something. */
        List<String> references() {
            return declared.entrySet().stream()
                    .filter(one -> one.getValue().isAnnotationPresent(RefersTo.class))
                    .map(Map.Entry::getKey)
                    .filter(uri.getQueryParameters()::containsKey)
                    .toList();
        }

        RefersTo declaration(String name) {
            return requireNonNull(declared.get(name)).getAnnotation(RefersTo.class);
        }

        @Nullable
        String given(String name) {
            return uri.getQueryParameters().getFirst(name);
        }
    }
}
