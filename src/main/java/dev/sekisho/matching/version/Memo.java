package dev.sekisho.matching.version;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what texts were read as: the same few thousand names and versions come back in every record. When full it
 * forgets everything, which costs a moment and bounds memory.
 */
public final class Memo<V> {
    private static final int MOST = 50_000;
    private static final int LONGEST = 200;

    private final Map<String, Optional<V>> known = new ConcurrentHashMap<>();
    private final Function<String, @Nullable V> reading;

    public Memo(Function<String, @Nullable V> reading) {
        this.reading = reading;
    }

    @Nullable
    public V get(String text) {
        if (text.length() > LONGEST) {
            return reading.apply(text);
        }
        Optional<V> found = known.get(text);
        if (found == null) {
            found = Optional.ofNullable(reading.apply(text));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, found);
        }
        return found.orElse(null);
    }
}
