package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.FortiConfiguration.Entry;
import java.util.List;
import java.util.Optional;

/** Decides which policies the link's traffic meets: by the guard's interfaces, and by zones that hold them. */
final class FortiInterfaces {

    private final FortiConfiguration configuration;
    private final String domain;
    private final Optional<String> in;
    private final Optional<String> out;
    private final boolean onlyOnePair;

    FortiInterfaces(FortiConfiguration configuration, String domain, Guard guard) {
        this.configuration = configuration;
        this.domain = domain;
        this.in = guard.one(Guard.Key.INTERFACE);
        this.out = guard.one(Guard.Key.OUT_INTERFACE);
        this.onlyOnePair = configuration.table(domain, "firewall policy").values().stream()
                        .map(policy -> List.of(policy.all("srcintf"), policy.all("dstintf")))
                        .distinct()
                        .count()
                <= 1;
    }

    /** Whether the traffic can meet this policy; where the guard does not decide it, a doubt is added. */
    boolean admits(Entry policy, List<String> doubts) {
        return admits(policy.all("srcintf"), in, "enters by ", doubts)
                && admits(policy.all("dstintf"), out, "leaves by ", doubts);
    }

    private boolean admits(List<String> interfaces, Optional<String> named, String how, List<String> doubts) {
        if (interfaces.contains("any") || interfaces.isEmpty()) {
            return true;
        }
        if (named.isPresent()) {
            return interfaces.stream()
                    .anyMatch(one -> one.equals(named.get()) || zone(one).contains(named.get()));
        }
        if (!onlyOnePair) {
            doubts.add("matches only what " + how
                    + String.join(
                            " or ", interfaces.stream().map(Redaction::value).toList()));
        }
        return true;
    }

    private List<String> zone(String name) {
        var zone = configuration.table(domain, "system zone").get(name);
        return zone == null ? List.of() : zone.all("interface");
    }
}
