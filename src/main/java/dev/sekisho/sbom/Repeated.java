package dev.sekisho.sbom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Components that a bill gives more than once. */
final class Repeated {
    private Repeated() {}

    /**
     * Each component once. Where two that are not the same share an id, a strict bill is refused; else neither keeps it:
     * what is said of that id may be meant for the other, and shall clear neither.
     */
    static List<Bill.Component> once(List<Bill.Component> all, boolean strict, List<String> warnings) {
        Set<Bill.Component> each = new LinkedHashSet<>(all);
        if (each.size() < all.size()) {
            warnings.add(all.size() - each.size() + " components are given more than once, and count once");
        }
        Map<String, Integer> times = new HashMap<>();
        each.forEach(one -> {
            if (one.ref() != null) {
                times.merge(one.ref(), 1, Integer::sum);
            }
        });
        Set<String> shared = new HashSet<>();
        times.forEach((ref, count) -> {
            if (count > 1) {
                shared.add(ref);
            }
        });
        if (shared.isEmpty()) {
            return List.copyOf(each);
        }
        String first = shared.stream().sorted().findFirst().orElseThrow();
        if (strict) {
            throw new UnreadableBill("the component " + first + " is given twice, and not the same");
        }
        warnings.add("several components that are not the same have the id " + first
                + (shared.size() > 1 ? ", and so it is with " + (shared.size() - 1) + " more ids" : "")
                + ": what is said of such an id counts for none of them");
        var kept = new ArrayList<Bill.Component>();
        each.forEach(one -> kept.add(shared.contains(one.ref()) ? one.withoutRef() : one));
        return kept;
    }
}
