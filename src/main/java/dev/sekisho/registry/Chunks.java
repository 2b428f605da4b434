package dev.sekisho.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what is asked of the database into statements of a bounded number of parameters. */
public final class Chunks {
    public static final int SIZE = 500;

    private Chunks() {}

    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += SIZE) {
            chunks.add(list.subList(from, Math.min(from + SIZE, list.size())));
        }
        return chunks;
    }
}
