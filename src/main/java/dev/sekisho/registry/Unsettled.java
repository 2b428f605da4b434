package dev.sekisho.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of which only the database knows the state: nobody promises in which order the observers of a commit are told of
 * it, so from the write until its transaction is over and they all know, what is held in memory may be the state before.
 * Where two writes overlap, it cannot be told which of them came last; such a key stays here for good.
 */
public final class Unsettled<K> {
    private final Map<K, Boolean> overlapped = new ConcurrentHashMap<>();

    /** To be called within the transaction, before anybody can be told of its commit. */
    public void writing(K key) {
        overlapped.merge(key, false, (known, next) -> true);
    }

    /** To be called when what is held in memory is up to date, or the transaction failed. */
    public void done(K key) {
        overlapped.remove(key, false);
    }

    public boolean contains(K key) {
        return overlapped.containsKey(key);
    }
}
