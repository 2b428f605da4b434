package dev.sekisho.ruleset.reading;

import java.util.Collection;

/** The configuration can be read, but the request does not say, or says wrongly, which part of it guards the link. */
public final class UnsuitableGuard extends RuntimeException {

    private static final int NAMED = 20;

    private final String parameter;

    /** @param parameter of the request that is to be changed */
    public UnsuitableGuard(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    public static UnsuitableGuard unknown(GuardSelector.Key key, String value, Collection<String> known) {
        return new UnsuitableGuard(
                key.parameter(),
                "there is no " + key.parameter() + " '" + Redaction.value(value) + "' in the configuration"
                        + has(known));
    }

    public static UnsuitableGuard missing(GuardSelector.Key key, Collection<String> known) {
        var parameter = key.parameter();
        return new UnsuitableGuard(
                parameter,
                known.isEmpty()
                        ? "the configuration has no " + parameter + " that could guard the link"
                        : "name the " + parameter + " that guards the link" + has(known));
    }

    private static String has(Collection<String> known) {
        if (known.isEmpty()) {
            return "; it has none";
        }
        var names = known.stream().sorted().limit(NAMED).map(Redaction::value).toList();
        return "; it has " + String.join(", ", names) + (known.size() > NAMED ? ", ..." : "");
    }
}
