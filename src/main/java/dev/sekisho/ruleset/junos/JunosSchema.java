package dev.sekisho.ruleset.junos;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What has to be known of the grammar to read statements that say several things on one line. */
final class JunosSchema {

    static final String EXCEPT = "except";

    private static final Set<String> APPLICATION = words("""
            protocol source-port destination-port icmp-type icmp-code icmp6-type icmp6-code inactivity-timeout uuid
            rpc-program-number application-protocol ether-type alg description
            """);
    private static final Set<String> MATCH = words("""
            source-address destination-address application source-address-excluded destination-address-excluded
            from-zone to-zone source-identity source-end-user-profile dynamic-application url-category
            source-address-name destination-address-name source-port destination-port protocol
            """);
    private static final Set<String> FROM = words("""
            address source-address destination-address prefix-list source-prefix-list destination-prefix-list
            protocol protocol-except next-header payload-protocol port source-port destination-port port-except
            source-port-except destination-port-except icmp-type icmp-code icmp-type-except icmp-code-except
            """);
    private static final Set<String> ADDRESS = Set.of("description");
    private static final Set<String> ADDRESS_SET = Set.of("address", "address-set", "description");
    private static final Set<String> APPLICATION_SET = Set.of("application", "application-set", "description");
    private static final Set<String> POLICY = Set.of("description", "scheduler-name");

    private static final Set<String> FLAGS = Set.of("source-address-excluded", "destination-address-excluded");

    /** What may follow a value and belongs to it: the end of a range, an exception. */
    private static final Set<String> SUFFIXES = Set.of("to", EXCEPT);

    private static final Set<String> ACTIONS = Set.of("permit", "deny", "reject");
    private static final Set<String> OF_TERM = Set.of("accept", "discard", "reject", "next");
    private static final Set<String> DEFAULTS = Set.of("permit-all", "deny-all");

    private JunosSchema() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    /** What of the thing at this place may be set on one line with other settings. */
    static Set<String> settings(List<String> path) {
        switch (fromEnd(path, 1)) {
            case "match" -> {
                return MATCH;
            }
            case "from" -> {
                return fromEnd(path, 3).equals("term") && path.contains("filter") ? FROM : Set.of();
            }
            default -> {
                // it is the keyword before a name that tells
            }
        }
        return switch (fromEnd(path, 2)) {
            case "application" -> fromEnd(path, 3).equals("applications") ? APPLICATION : Set.of();
            case "term" -> fromEnd(path, 4).equals("application") ? APPLICATION : Set.of();
            case "address" -> path.contains("address-book") ? ADDRESS : Set.of();
            case "address-set" -> ADDRESS_SET;
            case "application-set" -> APPLICATION_SET;
            case "policy" -> POLICY;
            default -> Set.of();
        };
    }

    static boolean isFlag(String setting) {
        return FLAGS.contains(setting);
    }

    static boolean isSuffix(String word) {
        return SUFFIXES.contains(word);
    }

    /** What of that which is there ends where this word is said, because only one of them can be. */
    static List<String> alternatives(List<String> path, String word, JunosNode there) {
        if (ACTIONS.contains(word)
                && fromEnd(path, 1).equals("then")
                && fromEnd(path, 3).equals("policy")) {
            return others(ACTIONS, word, there);
        }
        if (OF_TERM.contains(word)
                && fromEnd(path, 1).equals("then")
                && fromEnd(path, 3).equals("term")) {
            return others(OF_TERM, word, there);
        }
        if (fromEnd(path, 2).equals("address") && settings(path) == ADDRESS) {
            return others(there.names(), word, there).stream()
                    .filter(one -> !ADDRESS.contains(one))
                    .toList();
        }
        return DEFAULTS.contains(word) && fromEnd(path, 1).equals("default-policy")
                ? others(DEFAULTS, word, there)
                : List.of();
    }

    private static List<String> others(Set<String> all, String word, JunosNode there) {
        return all.stream().filter(one -> !one.equals(word) && there.has(one)).toList();
    }

    /** Whether what stands at this place has one value, so that one of its own hides that of a group. */
    static boolean isSingle(List<String> path) {
        var last = fromEnd(path, 1);
        return last.equals("scheduler-name")
                || APPLICATION.contains(last) && settings(path.subList(0, path.size() - 1)) == APPLICATION;
    }

    private static String fromEnd(List<String> path, int index) {
        return path.size() < index ? "" : path.get(path.size() - index);
    }
}
