package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which settings of an entry are known; any other may narrow what the entry stands for. */
enum FortiSettings {
    ADDRESS("""
            type subnet start-ip end-ip wildcard ip6 interface fqdn wildcard-fqdn country host host-type template macaddr
            start-mac end-mac uuid comment color visibility associated-interface allow-routing fabric-object cache-ttl
            tags sub-type clearpass-spt route-tag sdn sdn-tag sdn-addr-type fsso-group tenant organization epg-name
            subnet-name policy-group obj-tag obj-type obj-id tag-detection-level tag-type filter node-ip-only dirty
            hw-vendor hw-model os sw-version agent-id passive-fqdn-learning
            """),
    SERVICE("""
            protocol protocol-number tcp-portrange udp-portrange udplite-portrange sctp-portrange icmptype icmpcode
            iprange fqdn app-service-type app-category application uuid comment color visibility category helper
            fabric-object explicit-proxy proxy session-ttl udp-idle-timer tcp-halfclose-timer tcp-halfopen-timer
            tcp-timewait-timer tcp-rst-timer check-reset-range
            """);

    /** How a full configuration states that something is not used. */
    private static final Pattern OFF = Pattern.compile("disable|0x0+|0[0:./-]*|::(/0)?");

    private final Set<String> known;

    FortiSettings(String known) {
        this.known = words(known);
    }

    List<String> unknown(Entry entry) {
        return entry.values().entrySet().stream()
                .filter(setting -> !known.contains(setting.getKey()) && isUsed(setting.getValue()))
                .filter(setting -> !setting.getKey().startsWith("config "))
                .map(setting -> "depends on " + Redaction.value(setting.getKey()))
                .toList();
    }

    static boolean isUsed(List<String> values) {
        return !values.stream().allMatch(value -> OFF.matcher(value).matches());
    }

    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
