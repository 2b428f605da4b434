package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import java.util.List;

/** The virtual addresses of one virtual domain and their groups. */
final class FortiVirtuals {

    private final FortiConfiguration configuration;
    private final String domain;
    private final FortiNesting nesting = new FortiNesting();

    FortiVirtuals(FortiConfiguration configuration, String domain) {
        this.configuration = configuration;
        this.domain = domain;
    }

    /** Whether the name is that of a virtual address or of a group of them, and of no plain one. */
    boolean isVirtual(String name, boolean six) {
        var plain = six
                ? List.of("firewall address6", "firewall addrgrp6")
                : List.of("firewall address", "firewall addrgrp");
        return plain.stream().noneMatch(table -> has(table, name)) && (has(vips(six), name) || has(groups(six), name));
    }

    private boolean has(String table, String name) {
        return configuration.table(domain, table).containsKey(name);
    }

    private static String vips(boolean six) {
        return six ? "firewall vip6" : "firewall vip";
    }

    private static String groups(boolean six) {
        return six ? "firewall vipgrp6" : "firewall vipgrp";
    }

    /** The virtual addresses a name stands for. */
    List<FortiVirtualAddress> named(String name, boolean six) {
        var group = configuration.table(domain, groups(six)).get(name);
        if (group != null) {
            // what contains itself has no more members for that
            return nesting.within(
                    group,
                    List::of,
                    () -> group.all("member").stream()
                            .flatMap(member -> named(member, six).stream())
                            .toList());
        }
        var vip = configuration.table(domain, vips(six)).get(name);
        return vip == null ? List.of() : FortiVirtualReading.of(vip, servers(vip, six), configuration, six);
    }

    private List<Entry> servers(Entry vip, boolean six) {
        return configuration.entries(domain, vips(six) + "/realservers").stream()
                .filter(server -> server.name().startsWith(vip.name() + "/"))
                .filter(server -> !server.one("status", "active").equals("disable"))
                .toList();
    }

    List<FortiVirtualAddress> all(boolean six) {
        return configuration.table(domain, vips(six)).keySet().stream()
                .flatMap(name -> named(name, six).stream())
                .toList();
    }
}
