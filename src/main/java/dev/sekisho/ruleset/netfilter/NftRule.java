package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.netfilter.ChainRule.Target;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one nft rule into rules of a chain: one, or one for each entry of a verdict map. */
final class NftRule {

    private static final Set<String> PASSES = Set.of(
            "counter",
            "log",
            "last",
            "notrack",
            "comment",
            "snat",
            "masquerade",
            "dup",
            "reset",
            "secmark",
            "ct helper",
            "ct timeout",
            "ct expectation",
            "flow",
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

    private static final Set<String> ADDRESSING =
            Set.of("saddr", "daddr", "sport", "dport", "protocol", "nexthdr", "payload", "nothing");

    private final ConfigurationJson rule;
    private final NftValues values;
    private final List<ChainRule> rules = new ArrayList<>();

    /** Any of them. */
    private List<NftCondition> conditions;

    /** Stands for an extension of iptables that may decide by itself. */
    private boolean endsUnknown;

    NftRule(ConfigurationJson rule, NftDocument document) {
        this.rule = rule;
        this.values = new NftValues(document, NftDocument.table(rule));
        this.conditions = List.of(new NftCondition(values));
    }

    List<ChainRule> read() {
        try {
            rule.required("expr").items().forEach(this::read);
        } catch (UnreadableConfiguration refused) {
            unread(refused);
        }
        if (endsUnknown) {
            conditions.forEach(condition -> add(condition, Target.verdict("xt")));
        }
        return rules;
    }

    /** A statement that cannot be read may demand anything, and decide by itself. */
    private void read(ConfigurationJson expression) {
        try {
            expression.require(
                    expression.isObject() && expression.fields().size() == 1, "a statement is an object of one field");
            expression.fields().forEach(this::statement);
        } catch (UnreadableConfiguration refused) {
            unread(refused);
        }
    }

    private void unread(UnreadableConfiguration refused) {
        doubt("line " + refused.line() + ": " + refused.reason());
        endsUnknown = true;
    }

    private void statement(String name, ConfigurationJson body) {
        switch (name) {
            case "match" ->
                conditions = conditions.stream()
                        .flatMap(condition -> condition.match(body).stream())
                        .toList();
            case "vmap" -> verdictMap(body);
            case "set", "map", "meter" -> remember(name, body);
            case "dnat", "redirect" ->
                new NftRewrite(values, name, body)
                        .outcomes(conditions)
                        .forEach(outcome -> add(outcome.condition(), outcome.target()));
            case "mangle" -> mangle(body);
            case "xt" -> extension(body);
            case "unread" -> {
                doubt(body.text());
                endsUnknown = true;
            }
            case "continue" -> {}
            default -> {
                if (isVerdict(name)) {
                    conditions.forEach(condition -> verdict(condition, name, body));
                } else if (!PASSES.contains(name)) {
                    doubt("depends on " + Redaction.value(name));
                }
            }
        }
    }

    /** A packet with another address or port is judged as another one by whatever follows. */
    private void mangle(ConfigurationJson body) {
        if (ADDRESSING.contains(NftCondition.key(body.required("key")).replaceFirst(".* ", ""))) {
            conditions.forEach(condition -> add(condition, Target.verdict("REWRITE")));
        }
    }

    private void doubt(String doubt) {
        conditions.forEach(condition -> condition.doubts.add(doubt));
    }

    /** Adding to a set always goes on, unless what is kept of each member, such as a rate, decides whether it does. */
    private void remember(String name, ConfigurationJson body) {
        var kept = body.field("stmt");
        var statements =
                kept.map(one -> one.isArray() ? one.items() : List.of(one)).orElse(List.of());
        if (!NftValues.onlyCount(statements)) {
            doubt("depends on what a " + name + " keeps of its members");
        }
    }

    /** What the JSON gives of an extension of iptables: its kind and name at best. */
    private void extension(ConfigurationJson body) {
        var known = body.isObject() ? body : null;
        if (known != null && known.text("type").filter("target"::equals).isPresent()) {
            conditions.forEach(condition ->
                    add(condition, Target.verdict(known.text("name").orElse("xt"))));
        } else {
            doubt("depends on an extension of iptables");
            endsUnknown = true;
        }
    }

    private void verdictMap(ConfigurationJson vmap) {
        var left = vmap.required("key");
        var entries = values.elements(vmap.required("data"));
        var stated = new ArrayList<NftCondition>();
        @Nullable ConfigurationJson otherwise = null;
        for (var entry : entries.set()) {
            var pair = entry.items();
            entry.require(pair.size() == 2, "an entry of a verdict map has a key and a verdict");
            if (isAnything(pair.get(0))) {
                otherwise = pair.get(1);
            } else {
                var one = new NftCondition(values);
                one.meetKey(left, pair.get(0));
                stated.add(one);
                verdicts(one, entries.doubts(), pair.get(1));
            }
        }
        if (otherwise != null) {
            var rest = new NftCondition(values);
            rest.exclude(stated);
            verdicts(rest, entries.doubts(), otherwise);
        }
        if (!entries.doubts().isEmpty()) {
            // an entry that is not shown may say anything
            for (var condition : conditions) {
                var unknown = condition.copy();
                unknown.doubts.addAll(entries.doubts());
                add(unknown, Target.verdict("of an entry that is not shown"));
            }
        }
    }

    private static boolean isAnything(ConfigurationJson key) {
        var plain = NftValues.plain(key);
        return plain.isText() && plain.text().equals("*");
    }

    private void verdicts(NftCondition entry, List<String> doubts, ConfigurationJson verdict) {
        for (var condition : conditions) {
            var both = condition.and(entry);
            both.doubts.addAll(doubts);
            verdict.fields().forEach((name, body) -> verdict(both, name, body));
        }
    }

    private static boolean isVerdict(String name) {
        return name.equals("jump") || name.equals("goto") || TARGETS.containsKey(name);
    }

    private void verdict(NftCondition one, String name, ConfigurationJson body) {
        endsUnknown = false;
        if (name.equals("jump") || name.equals("goto")) {
            add(one, Target.jump(body.required("target").text(), name.equals("jump")));
        } else if (!name.equals("continue")) {
            add(one, Target.verdict(TARGETS.getOrDefault(name, name)));
        }
    }

    /** @param one whose doubt about extension headers makes it match less than it says, which widens no permit */
    private void add(NftCondition one, Target target) {
        var doubts = new ArrayList<>(one.doubts);
        if (target.name().equals("ACCEPT")) {
            doubts.removeIf(NftCondition.BEHIND_EXTENSION::equals);
        }
        var origin = NftDocument.table(rule) + " " + rule.required("chain").text()
                + rule.field("handle").map(handle -> " handle " + handle.word()).orElse("");
        rules.add(new ChainRule(
                rule.line(),
                origin,
                one.matches,
                List.copyOf(one.in),
                List.copyOf(one.out),
                List.copyOf(doubts),
                one.tracking,
                target));
    }
}
