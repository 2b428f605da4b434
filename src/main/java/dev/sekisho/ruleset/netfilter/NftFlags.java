package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.reading.ConfigurationJson;
import java.util.HashSet;
import java.util.Set;

/** Conditions on the flags of TCP: a packet that opens a connection has SYN set and nothing else. */
record NftFlags(NftValues values) {

    private static final String FLAGS = "tcp flags";

    /** Whether this is what a condition looks at, all of the flags or some. */
    static boolean areAsked(ConfigurationJson left) {
        return NftCondition.key(left).equals(FLAGS)
                || left.isObject()
                        && left.field("&")
                                .filter(ConfigurationJson::isArray)
                                .filter(both ->
                                        NftCondition.key(both.items().get(0)).equals(FLAGS))
                                .isPresent();
    }

    /** Whether such a packet meets the condition. */
    boolean hold(ConfigurationJson left, ConfigurationJson right, String operator) {
        var mask = left.field("&").map(both -> flags(both.items().get(1)));
        var seen = mask.isEmpty() || mask.get().contains("syn") ? Set.of("syn") : Set.<String>of();
        return switch (operator) {
            case "in" -> flags(right).contains("syn");
            case "!" -> !flags(right).contains("syn");
            case "!=" -> !isOneOf(right, seen);
            default -> isOneOf(right, seen);
        };
    }

    /** The members of a set are alternatives, those of a list or joined by "|" stand for one value. */
    private boolean isOneOf(ConfigurationJson right, Set<String> seen) {
        return right.isObject() && right.fields().containsKey("set")
                ? values.elements(right).set().stream()
                        .anyMatch(one -> flags(one).equals(seen))
                : flags(right).equals(seen);
    }

    private Set<String> flags(ConfigurationJson json) {
        var names = new HashSet<>(NftValues.words(values.elements(json).set()));
        names.remove("0");
        return names;
    }
}
