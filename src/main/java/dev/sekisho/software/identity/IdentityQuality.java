package dev.sekisho.software.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How well software is known to what was loaded. */
@Schema(
        name = "IdentityQuality",
        description =
                "How well software is known to what was loaded: MATCHED (records speak of it), AMBIGUOUS (records of several makers are found under its mere name), UNMATCHED (no loaded source speaks of it: it is not clean, but unknown), NO_FEED (nothing was loaded that could speak of it), STALE_FEED (records speak of it, but all that was loaded is out of date).")
public enum IdentityQuality {
    MATCHED,
    AMBIGUOUS,
    UNMATCHED,
    NO_FEED,
    STALE_FEED;

    /**
     * Everything that may be shown where one of these, or none before it is assessed, stands beside what was said.
     *
     * @param now the one that is shown now; it comes first
     */
    public static <V> List<V> every(@Nullable IdentityQuality now, Function<@Nullable IdentityQuality, V> shown) {
        var all = new ArrayList<V>();
        all.add(shown.apply(now));
        if (now != null) {
            all.add(shown.apply(null));
        }
        EnumSet.allOf(IdentityQuality.class).stream()
                .filter(other -> other != now)
                .map(shown)
                .forEach(all::add);
        return all;
    }
}
