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
record IptablesRule(
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

    /** A name, perhaps ending in '+' for any rest, perhaps negated. */
    record InterfaceCondition(String name, boolean negated) {

        boolean matches(String actual) {
            var same =
                    name.endsWith("+") ? actual.startsWith(name.substring(0, name.length() - 1)) : actual.equals(name);
            return same != negated;
        }

        @Override
        public String toString() {
            return (negated ? "not " : "") + Redaction.value(name);
        }
    }
}
