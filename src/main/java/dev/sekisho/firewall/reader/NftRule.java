package dev.sekisho.firewall.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns one nft rule into rules of a chain: one, or one for each entry of a verdict map. */
final class NftRule {

    private static final Set<String> PASSES = Set.of(
            "counter",
            "log",
            "mangle",
            "notrack",
            "comment",
            "set",
            "dnat",
            "snat",
            "masquerade",
            "redirect",
            "dup",
            "ct helper",
            "ct timeout",
            "ct expectation",
            "flow",
            "meter",
            "map",
            "add");
    private static final Map<String, String> TARGETS = Map.of(
            "accept",
            "ACCEPT",
            "drop",
            "DROP",
            "reject",
            "REJECT",
            "return",
            "RETURN",
            "queue",
            "QUEUE",
            "tproxy",
            "TPROXY",
            "fwd",
            "FWD",
            "synproxy",
            "SYNPROXY");

    private final Json rule;
    private final NftValues values;
    private final List<ChainRule> rules = new ArrayList<>();
    private NftCondition condition;

    NftRule(Json rule, NftDocument document) {
        this.rule = rule;
        this.values = new NftValues(document, NftDocument.table(rule));
        this.condition = new NftCondition(values);
    }

    List<ChainRule> read() {
        for (var expression : rule.required("expr").items()) {
            expression.require(
                    expression.isObject() && expression.fields().size() == 1, "a statement is an object of one field");
            expression.fields().forEach(this::statement);
        }
        return rules;
    }

    private void statement(String name, Json body) {
        switch (name) {
            case "match" -> condition.match(body);
            case "vmap" -> verdictMap(body);
            case "jump", "goto" -> add(condition, body.required("target").text(), name.equals("jump"));
            case "continue" -> {}
            default -> {
                if (TARGETS.containsKey(name)) {
                    add(condition, TARGETS.getOrDefault(name, name), true);
                } else if (!PASSES.contains(name)) {
                    condition.doubts.add("depends on " + Redaction.value(name));
                }
            }
        }
    }

    private void verdictMap(Json vmap) {
        var left = vmap.required("key");
        var entries = values.elements(vmap.required("data"));
        for (var entry : entries.set()) {
            var pair = entry.items();
            entry.require(pair.size() == 2, "an entry of a verdict map has a key and a verdict");
            var one = condition.copy();
            one.doubts.addAll(entries.doubts());
            meet(one, left, pair.get(0));
            pair.get(1).fields().forEach((name, body) -> verdict(one, name, body));
        }
    }

    private static void meet(NftCondition one, Json left, Json key) {
        if (key.isText() && key.text().equals("*")) {
            return;
        }
        if (left.isObject() && left.fields().containsKey("concat")) {
            var fields = left.required("concat").items();
            var parts = NftValues.plain(key).required("concat").items();
            key.require(parts.size() == fields.size(), "an element gives a value for every field");
            for (int i = 0; i < parts.size(); i++) {
                one.meet(fields.get(i), List.of(parts.get(i)), "==");
            }
        } else {
            one.meet(left, List.of(key), "==");
        }
    }

    private void verdict(NftCondition one, String name, Json body) {
        if (name.equals("jump") || name.equals("goto")) {
            add(one, body.required("target").text(), name.equals("jump"));
        } else if (!name.equals("continue")) {
            add(one, TARGETS.getOrDefault(name, name), true);
        }
    }

    private void add(NftCondition one, String target, boolean jumps) {
        var origin = NftDocument.table(rule) + " " + rule.required("chain").text()
                + rule.field("handle").map(handle -> " handle " + handle.word()).orElse("");
        rules.add(new ChainRule(
                rule.line(),
                origin,
                one.matches,
                List.copyOf(one.in),
                List.copyOf(one.out),
                List.copyOf(one.doubts),
                one.untracked,
                target,
                jumps,
                false));
    }
}
