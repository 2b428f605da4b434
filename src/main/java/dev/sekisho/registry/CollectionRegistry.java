package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.Near;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All collections, and what crosses from one to another. */
@ApplicationScoped
public class CollectionRegistry {
    private static final int NAMED = 5;

    private final Map<CollectionName, Registry<?, ?>> byCollection = new EnumMap<>(CollectionName.class);

    private final Validator validator;

    CollectionRegistry(@All List<Registry<?, ?>> all, Validator validator) {
        this.validator = validator;
        all.forEach(registry -> byCollection.put(registry.collection(), registry));
    }

    public Optional<Registry<?, ?>> find(CollectionName collection) {
        return Optional.ofNullable(byCollection.get(collection));
    }

    /** Whether a collection has an object with this key. */
    public boolean holds(CollectionName collection, String key) {
        return find(collection).orElseThrow().rows().findById(key) != null;
    }

    /** The paths of all, in their order. */
    public List<String> paths() {
        return byCollection.keySet().stream().map(CollectionName::path).toList();
    }

    /** The collections so that every one comes after those it refers into. */
    public List<Registry<?, ?>> referencedFirst() {
        var ordered = new LinkedHashMap<CollectionName, Registry<?, ?>>();
        byCollection.values().forEach(registry -> visit(registry, ordered));
        return List.copyOf(ordered.values());
    }

    private void visit(Registry<?, ?> registry, Map<CollectionName, Registry<?, ?>> ordered) {
        if (ordered.containsKey(registry.collection())) {
            return;
        }
        Stream.concat(registry.referring().values().stream(), registry.belongsTo().stream())
                .filter(into -> into != registry.collection())
                .map(byCollection::get)
                .forEach(into -> visit(into, ordered));
        ordered.put(registry.collection(), registry);
    }

    /** Those that stand for facts, so that every one comes after those it refers into. */
    public List<FactRegistry<?, ?>> facts() {
        var facts = new ArrayList<FactRegistry<?, ?>>();
        for (Registry<?, ?> registry : referencedFirst()) {
            if (registry instanceof FactRegistry<?, ?> one) {
                facts.add(one);
            }
        }
        return facts;
    }

    /** What cannot be true of an object, by itself or against what is stored. */
    public <E extends RegisteredEntity, V extends Registered> List<Problem.FieldError> impossible(
            Registry<E, V> registry, V said, @Nullable E stored) {
        var errors = new ArrayList<>(registry.impossible(said, stored));
        errors.addAll(implausible(said));
        return errors;
    }

    private List<Problem.FieldError> implausible(Registered said) {
        return validator.validate(said, Plausible.class).stream()
                .map(JsonProblems::fault)
                .sorted(Comparator.comparing(Problem.FieldError::pointer))
                .toList();
    }

    /** What can be told to be untrue even of an object that is not of its form. */
    <V extends Registered> List<Problem.FieldError> untrue(Registry<?, V> registry, V said) {
        var errors = new ArrayList<>(dangling(registry.references(said)));
        errors.addAll(implausible(said));
        return errors;
    }

    /** The errors of references to nothing, or to what stands in contradiction. */
    public List<Problem.FieldError> dangling(List<Reference> references) {
        return references.stream().map(this::fault).flatMap(Stream::ofNullable).toList();
    }

    private Problem.@Nullable FieldError fault(Reference reference) {
        List<Reference> named = named(find(reference.collection()).orElseThrow(), reference);
        return named == null ? dangling(reference, beside(reference)) : reference.contradicted(named);
    }

    /** What the object it names refers to, where that matters; null where there is no such object. */
    private static <E extends RegisteredEntity, V extends Registered> @Nullable List<Reference> named(
            Registry<E, V> registry, Reference reference) {
        E row = registry.rows().findById(reference.key());
        if (row == null) {
            return null;
        }
        return reference.common() == null ? List.of() : registry.references(registry.view(row));
    }

    /** Keys among which is what may have been meant by a reference to nothing. */
    public Collection<String> beside(Reference reference) {
        return find(reference.collection()).orElseThrow().rows().keysBeside(EntityWriter.fold(reference.key()));
    }

    /** @param beside keys among which is what may have been meant */
    public static Problem.FieldError dangling(Reference reference, Collection<String> beside) {
        return new Problem.FieldError(
                reference.pointer(),
                "refers to " + Filters.shown(reference.key()) + ", which is not in "
                        + reference.collection().path() + Near.words(reference.key(), beside));
    }

    /** Says that a collection has no object with a key, and what may have been meant; within a transaction that reads. */
    public ProblemException missing(CollectionName collection, String key) {
        Collection<String> beside = find(collection)
                .<Collection<String>>map(registry -> registry.rows().keysBeside(EntityWriter.fold(key)))
                .orElse(List.of());
        return ProblemException.notFound(collection.singular(), key, beside);
    }

    /** What refers to an object, as collection/key, the first few of each collection. */
    List<String> referrersOf(CollectionName collection, String key) {
        var referrers = new ArrayList<String>();
        for (Registry<?, ?> registry : byCollection.values()) {
            registry.referring().forEach((attribute, into) -> {
                if (into == collection) {
                    registry.rows()
                            .referringBy(attribute, key, NAMED)
                            .forEach(referrer ->
                                    referrers.add(registry.collection().path() + "/" + referrer));
                }
            });
        }
        return referrers;
    }

    /**
     * Refuses a parent that is the object itself or one of its descendants, or that makes a line of parents too long. Locks
     * the object and its ancestors, so that two writers cannot do so together: one of them is told to try again and then sees
     * the other's half.
     */
    <E extends RegisteredEntity, V extends Registered> List<Problem.FieldError> unfitParent(
            Registry<E, V> registry, String key, @Nullable String parent) {
        if (parent == null) {
            return List.of();
        }
        registry.rows().findById(key, LockModeType.PESSIMISTIC_WRITE);
        var seen = new HashSet<String>(Set.of(key));
        String at = parent;
        while (at != null) {
            if (!seen.add(at)) {
                return List.of(new Problem.FieldError("/parent", "closes a circle of parents through " + at));
            }
            E row = registry.rows().findById(at, LockModeType.PESSIMISTIC_WRITE);
            at = row == null ? null : registry.parent(registry.view(row));
        }
        return Lineage.tooLong(registry, Map.of(key, parent)).stream()
                .map(Lineage.TooLong::fault)
                .toList();
    }
}
