package dev.sekisho.ruleset.cisco;

import java.util.Optional;

/** Which vpn-filter applies to a peer: that of its tunnel group's policy, else that of the default policy. */
final class CiscoVpnFilters {

    private static final String DEFAULT_POLICY = "DfltGrpPolicy";
    private static final String DEFAULT_GROUP = "DefaultL2LGroup";

    private final CiscoConfiguration device;

    CiscoVpnFilters(CiscoConfiguration device) {
        this.device = device;
    }

    /** No policy has one. */
    boolean areNone() {
        return device.blocks("group-policy").stream()
                .flatMap(block -> block.word("vpn-filter", "value").stream())
                .findAny()
                .isEmpty();
    }

    /** Rules for certificates can put a peer into any group. */
    boolean choosesByCertificate() {
        return device.blocks("tunnel-group-map").stream()
                .anyMatch(block -> !block.head().word(1).equals("default-group"));
    }

    /** The access list for this peer. */
    Optional<String> of(String peer) {
        var group = device.blocks("tunnel-group", peer).isEmpty() ? DEFAULT_GROUP : peer;
        var policy = device.blocks("tunnel-group", group, "general-attributes").stream()
                .flatMap(block -> block.word("default-group-policy").stream())
                .findFirst()
                .orElse(DEFAULT_POLICY);
        return stated(policy).or(() -> stated(DEFAULT_POLICY)).filter(list -> !list.isEmpty());
    }

    /** Empty text for "vpn-filter none", which inherits nothing. */
    private Optional<String> stated(String policy) {
        for (var block : device.blocks("group-policy", policy, "attributes")) {
            if (block.lines().stream().anyMatch(line -> line.starts("vpn-filter", "none"))) {
                return Optional.of("");
            }
            var list = block.word("vpn-filter", "value");
            if (list.isPresent()) {
                return list;
            }
        }
        return Optional.empty();
    }
}
