package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.nfttext.NftText;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The objects of one {@code nft -j list ruleset}, or of the same without {@code -j}. */
final class NftDocument {

    private static final Map<String, Set<DeclaredFamily>> FAMILIES = Map.of(
            "ip", Set.of(DeclaredFamily.IPV4),
            "ip6", Set.of(DeclaredFamily.IPV6),
            "inet", Set.of(DeclaredFamily.IPV4, DeclaredFamily.IPV6),
            "netdev", Set.of(DeclaredFamily.IPV4, DeclaredFamily.IPV6));

    /** A chain that the kernel calls at a hook, or one that is only jumped to. */
    record Chain(ConfigurationJson json, String table, NftDocument document) {

        String name() {
            return json.required("name").text();
        }

        Optional<String> hook() {
            return json.text("hook");
        }

        Section section() {
            return Section.of("chain", chainKey(table, name()), json.line());
        }

        boolean isAt(String hook) {
            return hook().filter(hook::equalsIgnoreCase).isPresent();
        }

        /** The families of IP it filters; none where its table is not about IP. */
        Set<DeclaredFamily> families() {
            return FAMILIES.getOrDefault(table.split(" ", 2)[0], Set.of());
        }

        RuleMatch match() {
            return families().size() == 1 ? families().iterator().next().match() : RuleMatch.ANY;
        }

        int priority() {
            return json.field("prio").map(ConfigurationJson::signed).orElse(0);
        }

        boolean isTranslating() {
            return json.text("type").filter("nat"::equals).isPresent();
        }

        /** Called for the packets of one device, before anybody else looks at them. */
        boolean isAtDevice() {
            return table.startsWith("netdev ") || isAt("ingress") || isAt("egress");
        }

        List<String> devices() {
            return json
                    .field("dev")
                    .map(devices -> devices.isArray() ? devices.items() : List.of(devices))
                    .orElse(List.of())
                    .stream()
                    .map(ConfigurationJson::text)
                    .toList();
        }

        Action policy() {
            return json.text("policy").filter("drop"::equals).isPresent() ? Action.DENY : Action.PERMIT;
        }

        /** Whether the kernel does not call it for the time being. */
        boolean isDormant() {
            return document.dormant.contains(table);
        }
    }

    final List<Chain> chains = new ArrayList<>();
    final Map<String, List<ConfigurationJson>> rules = new LinkedHashMap<>();
    private final Map<String, ConfigurationJson> sets = new LinkedHashMap<>();
    private final Set<String> dormant = new HashSet<>();
    private final Set<String> updated = new HashSet<>();
    private final Map<String, ChainTable> tables = new HashMap<>();
    boolean tracked = true;

    static NftDocument of(String text) {
        var root = ConfigurationJson.parse(NftText.is(text) ? NftText.json(text) : text);
        root.require(root.isObject() && root.field("nftables").isPresent(), "an object with 'nftables' is expected");
        var document = new NftDocument();
        root.required("nftables").items().forEach(document::add);
        return document;
    }

    /** "inet filter". */
    static String table(ConfigurationJson json) {
        return json.required("family").text() + " " + json.required("table").text();
    }

    static String chainKey(String table, String chain) {
        return table + " " + chain;
    }

    Optional<ConfigurationJson> set(String table, String name) {
        return Optional.ofNullable(sets.get(chainKey(table, name)));
    }

    private void add(ConfigurationJson item) {
        item.field("table").ifPresent(this::addTable);
        item.field("chain").ifPresent(chain -> chains.add(new Chain(chain, table(chain), this)));
        item.field("set").ifPresent(this::addSet);
        item.field("map").ifPresent(this::addSet);
        item.field("rule").ifPresent(this::addRule);
    }

    /** The chains of a table with their rules. */
    ChainTable table(String name) {
        var known = tables.get(name);
        if (known == null) {
            known = read(name);
            tables.put(name, known);
        }
        return known;
    }

    private ChainTable read(String name) {
        var table = new ChainTable(name, 1);
        for (var chain : chains) {
            if (chain.table().equals(name)) {
                var read = new ArrayList<ChainRule>();
                rules.getOrDefault(chainKey(name, chain.name()), List.of())
                        .forEach(rule -> read.addAll(new NftRule(rule, this).read()));
                table.chains.put(
                        chain.name(),
                        new ChainTable.Chain(chain.name(), null, chain.json().line(), read));
            }
        }
        return table;
    }

    private void addTable(ConfigurationJson table) {
        var flags = table.field("flags").map(flag -> flag.isArray() ? flag.items() : List.of(flag));
        if (flags.orElse(List.of()).stream().anyMatch(flag -> flag.word().equals("dormant"))) {
            dormant.add(table.required("family").text() + " "
                    + table.required("name").text());
        }
    }

    private void addSet(ConfigurationJson set) {
        sets.put(chainKey(table(set), set.required("name").text()), set);
    }

    /** Whether packets add to the set or take from it, whatever flags it has. */
    boolean isUpdated(String table, String name) {
        return updated.contains(chainKey(table, name));
    }

    private static Stream<String> updatedBy(ConfigurationJson statement) {
        return Stream.of("set", "map")
                .flatMap(kind -> statement.field(kind).filter(ConfigurationJson::isObject).stream()
                        .flatMap(body -> body.field(kind).filter(ConfigurationJson::isText).stream()))
                .map(ConfigurationJson::text)
                .filter(name -> name.startsWith("@"))
                .map(name -> name.substring(1));
    }

    private void addRule(ConfigurationJson rule) {
        var key = chainKey(table(rule), rule.required("chain").text());
        rules.computeIfAbsent(key, none -> new ArrayList<>()).add(rule);
        rule.list("expr").stream()
                .filter(ConfigurationJson::isObject)
                .flatMap(NftDocument::updatedBy)
                .forEach(name -> updated.add(chainKey(table(rule), name)));
        tracked &= rule.list("expr").stream()
                .noneMatch(one -> one.isObject() && one.fields().containsKey("notrack"));
    }
}
