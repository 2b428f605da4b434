package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.List;
import java.util.Set;

/**
 * One policy as it speaks of one family of addresses.
 *
 * @param suffix what its keys for addresses end in: "srcaddr", "srcaddr4", "srcaddr6"
 */
record FortiPolicy(Entry entry, boolean six, String suffix) {

    private static final Set<String> PERMITS = Set.of("accept", "ipsec", "ssl-vpn", "learn");

    /** What a policy says that both sides of it may begin. */
    private static final List<String> OPENERS =
            List.of("permit-any-host", "permit-stun-host", "cgn-eif", "cgn-sw-eif-ctrl");

    enum Side {
        SOURCE("src"),
        DESTINATION("dst");

        private final String prefix;

        Side(String prefix) {
            this.prefix = prefix;
        }
    }

    List<String> addresses(Side side) {
        return entry.all(key(side));
    }

    List<String> interfaces(Side side) {
        return entry.all(side.prefix + "intf");
    }

    String key(Side side) {
        return side.prefix + "addr" + suffix;
    }

    boolean isNegated(Side side) {
        return entry.isOn(key(side) + "-negate") || suffix.equals("4") && entry.isOn(side.prefix + "addr-negate");
    }

    /** Older versions negate both families by the one key. */
    boolean mayBeNegated(Side side) {
        return suffix.equals("6") && entry.isOn(side.prefix + "addr-negate");
    }

    /** The key by which a list of the maker's takes the place of addresses, and on the far side of services. */
    String internetService(Side side) {
        return "internet-service" + (suffix.equals("6") ? "6" : "") + (side == Side.SOURCE ? "-src" : "");
    }

    /** An action nobody knows may let pass. */
    Action action() {
        return entry.one("action", "deny").equals("deny") && !entry.isOn("learning-mode") ? Action.DENY : Action.PERMIT;
    }

    boolean hasUnknownAction() {
        return action() == Action.PERMIT && !entry.isOn("learning-mode") && !PERMITS.contains(entry.one("action", ""));
    }

    /** Whether the far side of a tunnel may begin too. */
    boolean admitsFromTunnel() {
        return entry.one("action", "").equals("ipsec") && entry.isOn("inbound");
    }

    /** What lets the far side answer from anywhere, empty if nothing does. */
    List<String> openers() {
        return action() == Action.DENY
                ? List.of()
                : OPENERS.stream().filter(entry::isOn).toList();
    }

    Section section() {
        return Section.of("policy", entry.name(), entry.line());
    }

    String origin() {
        return "policy " + entry.name()
                + entry.all("name").stream().map(name -> " " + name).findFirst().orElse("");
    }
}
