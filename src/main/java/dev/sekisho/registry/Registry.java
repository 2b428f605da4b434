package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.web.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with one collection: read, write under guard, refer. The domain says how an object maps to its row,
 * what it refers to and what cannot be true of it; everything else is the same for all.
 */
public abstract class Registry<E extends RegisteredEntity, V extends Registered> {
    private final CollectionName collection;
    private final Class<V> viewType;
    private final RegistryRepository<E> rows;

    protected Registry(CollectionName collection, Class<V> viewType, RegistryRepository<E> rows) {
        this.collection = collection;
        this.viewType = viewType;
        this.rows = rows;
    }

    public CollectionName collection() {
        return collection;
    }

    public Class<V> viewType() {
        return viewType;
    }

    public RegistryRepository<E> rows() {
        return rows;
    }

    protected abstract E blank();

    /** The object as callers see it. */
    public abstract V view(E row);

    /** What callers said of it, where more is shown than that: the base of a patch, and what a repeated write equals. */
    public V said(E row) {
        return view(row);
    }

    /** Whether callers said anything of it; else others did, and it is there for what they say. */
    protected boolean isSaid(E row) {
        return true;
    }

    /**
     * Everything that may have been shown of it as it is stored. Where an assessment adds something, that may change while
     * nobody writes: then a caller who was shown any of these has seen what is stored, and may write over it.
     */
    public List<V> shown(E row) {
        return List.of(view(row));
    }

    /** Grows whenever what is shown beside what callers said may be other than before. */
    public long beside() {
        return 0;
    }

    /** Writes what the caller said into the row; key, name and times are not its business. */
    protected abstract void write(V said, E into);

    /** What it refers to, also where something of it is missing that is needed. */
    public List<Reference> references(V said) {
        return List.of();
    }

    /** Attribute of the row to the collection it refers into: the other direction of {@link #references}. */
    public Map<String, CollectionName> referring() {
        return Map.of();
    }

    /** Collections whose objects take theirs of this one along when they are deleted. */
    public Set<CollectionName> belongsTo() {
        return Set.of();
    }

    /** Properties that are computed: what a caller says of them is not kept. */
    protected Set<String> computed() {
        return Set.of();
    }

    /** What cannot be true of it, seen on its own or against what is stored. */
    public List<Problem.FieldError> impossible(V said, @Nullable E stored) {
        return List.of();
    }

    /** The parent it names, where objects of this collection form a tree. */
    public @Nullable String parent(V said) {
        return null;
    }

    /** How many objects may stand in one line of parents. */
    protected int longestLine() {
        return Integer.MAX_VALUE;
    }

    /** Called within the writing transaction, after the row is written. */
    protected void written(E row, boolean created) {}

    /** Called within the deleting transaction, before the row goes. */
    protected void deleting(E row) {}

    /** Whether the row stays without what callers said of it, for what others say; then it has been changed so. */
    protected boolean staysWhenDeleted(E row) {
        return false;
    }
}
