package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.ThirdParty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For whom subcontractors work. */
public final class Principals {
    private Principals() {}

    /** @param reaching whether each reaches us */
    public record Parties(List<ThirdParty> all, List<Boolean> reaching) {}

    /** By key of a third party, the nearest of those it works for that reaches us; without those of whom none does. */
    public static Map<String, ThirdParty> of(Parties given) {
        List<ThirdParty> parties = given.all;
        var known = new HashMap<String, ThirdParty>();
        var there = new HashSet<String>();
        for (int i = 0; i < parties.size(); i++) {
            known.put(parties.get(i).key(), parties.get(i));
            if (given.reaching.get(i)) {
                there.add(parties.get(i).key());
            }
        }
        var principals = new HashMap<String, ThirdParty>();
        for (ThirdParty party : parties) {
            // A circle of parents is refused where it is written; here it must only end.
            var passed = new HashSet<String>();
            @Nullable ThirdParty above = parent(party, known);
            while (above != null && passed.add(above.key()) && !there.contains(above.key())) {
                above = parent(above, known);
            }
            if (above != null && there.contains(above.key()) && !above.key().equals(party.key())) {
                principals.put(party.key(), above);
            }
        }
        return Map.copyOf(principals);
    }

    private static @Nullable ThirdParty parent(ThirdParty of, Map<String, ThirdParty> known) {
        return of.parent() == null ? null : known.get(of.parent());
    }
}
