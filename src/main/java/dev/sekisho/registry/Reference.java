package dev.sekisho.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference one object makes to another.
 *
 * @param pointer where in the body it stands
 * @param collection the collection it leads into
 * @param key the key it names
 */
public record Reference(String pointer, String collection, String key) {

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
    public static @Nullable Reference to(String pointer, String collection, @Nullable String key) {
        return key == null ? null : new Reference(pointer, collection, key);
    }
}
