package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.web.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference one object makes to another.
 *
 * @param pointer where in the body it stands
 * @param collection the collection it leads into
 * @param key the key it names
 * @param common what the object it names must refer to as well, where that is so: a link that lands on a host and in a
 *     zone lands in the zone of the host
 */
public record Reference(
        String pointer,
        CollectionName collection,
        String key,
        @Nullable Reference common) {

    /** The references that are made at all, out of those that could be. */
    public static List<Reference> present(@Nullable Reference... candidates) {
        var made = new ArrayList<Reference>();
        for (Reference candidate : candidates) {
            if (candidate != null) {
                made.add(candidate);
            }
        }
        return made;
    }

    /** A reference where a key is given, else nothing. */
    public static @Nullable Reference to(String pointer, CollectionName collection, @Nullable String key) {
        return key == null ? null : new Reference(pointer, collection, key, null);
    }

    /** A reference to something that shares another reference with the object at hand. */
    public static @Nullable Reference to(
            String pointer, CollectionName collection, @Nullable String key, @Nullable Reference common) {
        return key == null ? null : new Reference(pointer, collection, key, common);
    }

    /** What is wrong with it where the object it names refers to these; null where nothing is. */
    public Problem.@Nullable FieldError contradicted(List<Reference> named) {
        return common == null || named.contains(common)
                ? null
                : new Problem.FieldError(
                        pointer, "is not in " + common.key() + ", which " + common.pointer() + " names");
    }
}
