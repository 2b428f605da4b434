package dev.sekisho.change;

import dev.sekisho.collection.CollectionName;

/**
 * What a change is of.
 *
 * @param collection as in addresses, third-parties
 * @param key of the object
 * @param part where it is a part of the object, its address below it, such as rulesets/1; else empty
 */
public record Address(String collection, String key, String part) {
    public static Address of(CollectionName collection, String key) {
        return new Address(collection.path(), key, "");
    }

    public static Address part(CollectionName collection, String key, String part) {
        return new Address(collection.path(), key, part);
    }
}
