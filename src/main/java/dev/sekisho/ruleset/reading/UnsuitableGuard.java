package dev.sekisho.ruleset.reading;

import java.util.Collection;

/** The configuration can be read, but the request does not say, or says wrongly, which part of it guards the link. */
public final class UnsuitableGuard extends RuntimeException {

    private static final int NAMED = 20;

    public UnsuitableGuard(String message) {
        super(message);
    }

    public static UnsuitableGuard unknown(Guard.Key key, String value, Collection<String> known) {
        return new UnsuitableGuard("there is no " + key.parameter() + " '" + Redaction.value(value)
                + "' in the configuration" + has(known));
    }

    public static UnsuitableGuard missing(Guard.Key key, Collection<String> known) {
        return new UnsuitableGuard("name the " + key.parameter() + " that guards the link" + has(known));
    }

    private static String has(Collection<String> known) {
        if (known.isEmpty()) {
            return "; it has none";
        }
        var names = known.stream().sorted().limit(NAMED).map(Redaction::value).toList();
        return "; it has " + String.join(", ", names) + (known.size() > NAMED ? ", ..." : "");
    }
}
