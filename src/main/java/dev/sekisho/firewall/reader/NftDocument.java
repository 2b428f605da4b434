package dev.sekisho.firewall.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of one {@code nft -j list ruleset}. */
final class NftDocument {

    /** A chain that the kernel calls at a hook, or one that is only jumped to. */
    record Chain(Json json, String table) {

        String name() {
            return json.required("name").text();
        }

        Optional<String> hook() {
            return json.text("hook");
        }
    }

    final List<Chain> chains = new ArrayList<>();
    final Map<String, List<Json>> rules = new LinkedHashMap<>();
    private final Map<String, Json> sets = new LinkedHashMap<>();
    private final Set<String> dormant = new HashSet<>();
    boolean tracked = true;

    static NftDocument of(String text) {
        var root = Json.parse(text);
        root.require(root.isObject() && root.field("nftables").isPresent(), "an object with 'nftables' is expected");
        var document = new NftDocument();
        root.required("nftables").items().forEach(document::add);
        return document;
    }

    /** "inet filter". */
    static String table(Json json) {
        return json.required("family").text() + " " + json.required("table").text();
    }

    static String chainKey(String table, String chain) {
        return table + " " + chain;
    }

    Optional<Json> set(String table, String name) {
        return Optional.ofNullable(sets.get(chainKey(table, name)));
    }

    private void add(Json item) {
        item.field("table").ifPresent(this::addTable);
        item.field("chain").ifPresent(chain -> chains.add(new Chain(chain, table(chain))));
        item.field("set").ifPresent(this::addSet);
        item.field("map").ifPresent(this::addSet);
        item.field("rule").ifPresent(this::addRule);
    }

    /** Whether the kernel does not call the chains of a table for the time being. */
    boolean isDormant(String table) {
        return dormant.contains(table);
    }

    private void addTable(Json table) {
        var flags = table.field("flags").map(flag -> flag.isArray() ? flag.items() : List.of(flag));
        if (flags.orElse(List.of()).stream().anyMatch(flag -> flag.word().equals("dormant"))) {
            dormant.add(table.required("family").text() + " "
                    + table.required("name").text());
        }
    }

    private void addSet(Json set) {
        sets.put(chainKey(table(set), set.required("name").text()), set);
    }

    private void addRule(Json rule) {
        var key = chainKey(table(rule), rule.required("chain").text());
        rules.computeIfAbsent(key, none -> new ArrayList<>()).add(rule);
        tracked &= rule.list("expr").stream()
                .noneMatch(one -> one.isObject() && one.fields().containsKey("notrack"));
    }
}
