package dev.sekisho.ruleset.nfttext;

import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The statements of one rule. A word that is not known makes the rule one that cannot be read: it is passed over up to the
 * verdict, which the reader of the JSON then takes for doubtful.
 */
final class RuleWords {

    /** Their next word is a field of their header. */
    private static final Set<String> HEADERS = Set.of(
            "ip", "ip6", "tcp", "udp", "udplite", "sctp", "dccp", "th", "icmp", "icmpv6", "ether", "vlan", "arp", "ah",
            "esp", "comp");

    private static final Set<String> SHORT = Set.of(
            "iif",
            "iifname",
            "oif",
            "oifname",
            "mark",
            "skuid",
            "skgid",
            "pkttype",
            "iifgroup",
            "oifgroup",
            "iiftype",
            "oiftype",
            "cgroup",
            "cpu");

    /** The last statements of a rule, of which nothing more has to be known. */
    private static final Set<String> LAST =
            Set.of("reject", "queue", "masquerade", "snat", "tproxy", "fwd", "synproxy", "dup");

    private static final Set<String> VERDICTS = Set.of(
            "accept",
            "drop",
            "return",
            "continue",
            "jump",
            "goto",
            "dnat",
            "redirect",
            "reject",
            "queue",
            "tproxy",
            "fwd",
            "synproxy");
    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=", "!");
    private static final String FLAGS = Json.object("payload", field("tcp", "flags"));

    private final Tokens tokens;
    private final Values values;
    private final List<String> statements = new ArrayList<>();

    RuleWords(Tokens tokens) {
        this.tokens = tokens;
        this.values = new Values(tokens);
    }

    /** Up to the end of the rule. */
    List<String> read() {
        tokens.takeHidden();
        while (!tokens.isStop()) {
            var line = tokens.line();
            var word = tokens.isQuoted() ? "\"" : tokens.peek();
            try {
                statement();
            } catch (UnreadableConfiguration cut) {
                if (tokens.isEnd() || tokens.line() != line) {
                    // a brace that does not close on its line took part of the next rules
                    throw cut;
                }
                unread(line, word);
            }
        }
        if (tokens.takeHidden()) {
            statements.add(0, unreadable(tokens.line(), "a remark hides part of the rule"));
        }
        return statements;
    }

    private void statement() {
        var line = tokens.line();
        var quoted = tokens.isQuoted();
        var word = tokens.next();
        switch (quoted ? "\"" : word) {
            case "accept", "drop", "return", "continue", "notrack" -> statements.add(Json.bare(word));
            case "jump", "goto" -> statements.add(Json.object(word, Json.object("target", Json.text(tokens.next()))));
            case "counter" -> counter();
            case "comment" -> tokens.next();
            case "log" -> log();
            case "limit" -> limit();
            case "last" -> skipTo(Set.of());
            case "dnat", "redirect" -> rewrite(word);
            case "add", "update", "delete" -> remember();
            case "meter" -> meter();
            case "flow" -> flow(line);
            case "xt" -> extension();
            default -> {
                if (LAST.contains(word) && !quoted) {
                    statements.add(Json.bare(word));
                    skipTail();
                } else {
                    match(line, word);
                }
            }
        }
    }

    private static String field(String protocol, String field) {
        return Json.object("protocol", Json.text(protocol), "field", Json.text(field));
    }

    /** What is looked at; empty if it is not known. */
    private String left(String word) {
        if (HEADERS.contains(word) && !tokens.is("option")) {
            return Json.object("payload", field(word, tokens.next()));
        }
        if (word.equals("meta") || word.equals("ct") && !tokens.is("original") && !tokens.is("reply")) {
            return Json.object(word, Json.object("key", Json.text(tokens.next())));
        }
        return SHORT.contains(word) ? Json.object("meta", Json.object("key", Json.text(word))) : "";
    }

    private void match(int line, String word) {
        var first = left(word);
        if (first.isEmpty()) {
            unread(line, word);
            return;
        }
        if (tokens.accept("set")) {
            statements.add(Json.object("mangle", Json.object("key", first, "value", "0")));
            skipExpression();
            return;
        }
        var fields = new ArrayList<>(List.of(first));
        while (tokens.accept(".")) {
            fields.add(left(tokens.next()));
        }
        if (fields.contains("")) {
            unread(line, word);
            return;
        }
        var left = fields.size() == 1 ? first : Json.object("concat", Json.list(fields));
        if (tokens.accept("vmap")) {
            var data = tokens.is("{") ? Json.object("set", Json.list(values.elements())) : Json.text(tokens.next());
            statements.add(Json.object("vmap", Json.object("key", left, "data", data)));
        } else {
            compare(tokens.accept("&") ? Json.object("&", Json.list(List.of(left, values.value()))) : left);
        }
    }

    private void compare(String left) {
        var stated = OPERATORS.contains(tokens.peek()) && !tokens.isQuoted();
        var operator = stated ? tokens.next() : "";
        var set = tokens.is("{");
        var right = values.value();
        var looked = left;
        if (left.equals(FLAGS) && tokens.accept("/")) {
            looked = Json.object("&", Json.list(List.of(left, values.value())));
        } else if (operator.isEmpty() && !set && (left.equals(FLAGS) || left.contains("\"state\""))) {
            operator = "in";
        }
        statements.add(Json.object(
                "match",
                Json.object("op", Json.text(operator.isEmpty() ? "==" : operator), "left", looked, "right", right)));
    }

    /** The value that something is set to: a word, a field, either with operators behind it. */
    private void skipExpression() {
        do {
            if (tokens.is("{")) {
                tokens.skipBlock();
            } else if (tokens.accept("(")) {
                while (!tokens.isStop() && !tokens.accept(")")) {
                    tokens.next();
                }
            } else {
                var field = HEADERS.contains(tokens.peek())
                        || Set.of("meta", "ct", "rt").contains(tokens.peek());
                tokens.next();
                if (field && !tokens.isStop()) {
                    tokens.next();
                }
            }
        } while (tokens.accept("map") || isJoined());
    }

    private boolean isJoined() {
        return Set.of("&", "|", "^", "<<", ">>", "or", "and", "xor").contains(tokens.peek())
                && !tokens.next().isEmpty();
    }

    private void counter() {
        statements.add(Json.bare("counter"));
        if (tokens.accept("packets")) {
            tokens.next();
            tokens.accept("bytes");
            tokens.next();
        } else if (tokens.accept("name")) {
            tokens.next();
        }
    }

    private void log() {
        statements.add(Json.bare("log"));
        while (Set.of("prefix", "level", "flags", "group", "snaplen", "queue-threshold")
                .contains(tokens.peek())) {
            tokens.next();
            tokens.next();
            while (tokens.accept(",")) {
                tokens.next();
            }
            // "flags tcp sequence,options"
            while (Set.of("sequence", "options").contains(tokens.peek())) {
                tokens.next();
            }
        }
    }

    private void limit() {
        statements.add(Json.bare("limit"));
        if (tokens.accept("name")) {
            tokens.next();
            return;
        }
        tokens.accept("rate");
        tokens.accept("over");
        if (!tokens.next().contains("/")) {
            tokens.next();
        }
        if (tokens.accept("burst")) {
            tokens.next();
            tokens.next();
        }
    }

    /** "dnat ip to 10.0.0.5:22", "redirect to :8080"; what is more than that may lead anywhere. */
    private void rewrite(String word) {
        var words = new ArrayList<String>();
        var single = true;
        while (!tokens.isStop() && !tokens.is("comment")) {
            single &= !tokens.is("{");
            if (tokens.is("{")) {
                tokens.skipBlock();
            } else {
                words.add(tokens.next());
            }
        }
        words.removeAll(List.of("random", "fully-random", "persistent"));
        words.removeIf(one -> one.equals(","));
        var at = words.indexOf("to");
        if (words.isEmpty() && word.equals("redirect")) {
            statements.add(Json.bare(word));
        } else {
            var plain = single && at >= 0 && at <= 1 && words.size() == at + 2;
            statements.add(Json.object(
                    word, plain ? Destination.of(words.get(at + 1)) : Json.object("addr", Json.bare("unknown"))));
        }
    }

    /** "add @seen { ip saddr timeout 5m limit rate 3/minute }". */
    private void remember() {
        var set = tokens.next();
        var limited = false;
        var depth = 0;
        do {
            depth += tokens.is("{") ? 1 : tokens.is("}") ? -1 : 0;
            limited |= Set.of("limit", "quota", "ct").contains(tokens.peek());
            if (tokens.isEnd()) {
                throw tokens.cut("the listing ends inside a rule");
            }
            tokens.next();
        } while (depth > 0);
        statements.add(Json.object(
                "set",
                Json.object(
                        "op",
                        Json.text("add"),
                        "elem",
                        "0",
                        "set",
                        Json.text(set),
                        "stmt",
                        limited ? "[{\"limit\": 0}]" : "[]")));
    }

    private void meter() {
        skipTo(Set.of("{"));
        if (tokens.is("{")) {
            tokens.skipBlock();
        }
        statements.add("{\"meter\": {\"stmt\": [{\"limit\": 0}]}}");
    }

    private void flow(int line) {
        if (tokens.accept("add") || tokens.accept("offload")) {
            tokens.next();
            statements.add(Json.bare("flow"));
        } else {
            unread(line, "flow");
        }
    }

    private void extension() {
        statements.add(
                Json.object("xt", Json.object("type", Json.text(tokens.next()), "name", Json.text(tokens.next()))));
    }

    private void unread(int line, String word) {
        statements.add(unreadable(line, "'" + Redaction.value(word) + "' is not modelled"));
        skipTo(VERDICTS);
    }

    private static String unreadable(int line, String why) {
        return Json.object("unread", Json.text("line " + line + ": " + why));
    }

    /** What is passed over may add to sets. */
    private void skipTo(Set<String> words) {
        while (!tokens.isStop() && (tokens.isQuoted() || !words.contains(tokens.peek()))) {
            if (tokens.is("{")) {
                tokens.skipBlock();
                continue;
            }
            var word = tokens.next();
            if (word.startsWith("@")) {
                statements.add(
                        Json.object("set", Json.object("op", Json.text("add"), "elem", "0", "set", Json.text(word))));
            }
        }
    }

    private void skipTail() {
        while (!tokens.isStop() && !tokens.is("comment")) {
            if (tokens.is("{")) {
                tokens.skipBlock();
            } else {
                tokens.next();
            }
        }
    }
}
