package dev.sekisho.firewall.reader;

import java.util.List;

/**
 * One rule of a chain.
 *
 * @param matches the alternatives the conditions allow, usually one
 * @param in conditions on the interface a packet comes in by, e.g. "eth0" or "!ppp+"
 * @param doubts conditions that cannot be modelled
 * @param target empty for a rule that only counts
 * @param jumps "-g" leaves for good, "-j" comes back
 */
record ChainRule(
        int line,
        String text,
        List<Match> matches,
        List<InterfaceCondition> in,
        List<InterfaceCondition> out,
        List<String> doubts,
        boolean untracked,
        String target,
        boolean jumps,
        boolean isSix) {

    /** One of several names, perhaps ending in '+' for any rest, perhaps negated. */
    record InterfaceCondition(List<String> names, boolean negated) {

        static InterfaceCondition of(String name, boolean negated) {
            return new InterfaceCondition(List.of(name), negated);
        }

        InterfaceCondition negation() {
            return new InterfaceCondition(names, !negated);
        }

        boolean matches(String actual) {
            return names(actual) != negated;
        }

        boolean names(String actual) {
            return names.stream().anyMatch(name -> matches(name, actual));
        }

        private static boolean matches(String name, String actual) {
            return name.endsWith("+") ? actual.startsWith(name.substring(0, name.length() - 1)) : actual.equals(name);
        }

        @Override
        public String toString() {
            return (negated ? "not " : "")
                    + String.join(" or ", names.stream().map(Redaction::value).toList());
        }
    }
}
