package dev.sekisho.ruleset.nfttext;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables of a listing, with their chains, sets and maps. */
public final class NftText {

    private static final Pattern BEGIN = Pattern.compile("(?:\\s|#[^\n]*\n|flush\\s+ruleset)*+table\\s[\\s\\S]*");

    private static final Map<String, Integer> PRIORITIES =
            Map.of("raw", -300, "mangle", -150, "dstnat", -100, "filter", 0, "security", 50, "srcnat", 100, "out", 100);

    /** What may stand in a set and says nothing of whom it holds; a timeout has members leave. */
    private static final Set<String> PLAIN = Set.of(
            "type", "typeof", "gc-interval", "size", "policy", "auto-merge", "comment", "counter", "last", "timeout");

    private final Tokens tokens;
    private final Json out = new Json();
    private String family = "ip";
    private String table = "";

    private NftText(String text) {
        tokens = new Tokens(text);
    }

    /** Whether this begins as such a listing does. */
    public static boolean is(String text) {
        return BEGIN.matcher(text.substring(0, Math.min(text.length(), 4000))).matches();
    }

    /**
     * The same ruleset as "nft -j list ruleset" writes it, each object on the line it has in the listing. A rule with words
     * that are not known has the statement "unread" with the reason.
     *
     * @throws UnreadableConfiguration if it is cut short or has commands beside tables
     */
    public static String json(String text) {
        var listing = new NftText(text);
        listing.read();
        return listing.out.whole();
    }

    private void read() {
        while (!tokens.isEnd()) {
            if (tokens.accept("table")) {
                table();
            } else if (tokens.accept("flush")) {
                skipLine();
            } else if (!tokens.accept(Tokens.BREAK) && !tokens.accept(";")) {
                throw tokens.cut("only tables are read here; list the ruleset that commands make");
            }
        }
    }

    private void table() {
        var line = tokens.line();
        var names = new ArrayList<String>();
        while (!tokens.is("{")) {
            if (tokens.isStop()) {
                throw tokens.cut("the listing ends before the chains of a table");
            }
            names.add(tokens.next());
        }
        family = names.size() > 1 ? names.get(0) : "ip";
        table = names.isEmpty() ? "" : names.get(names.size() - 1);
        out.item(line, Json.object("table", Json.object("family", Json.text(family), "name", Json.text(table))));
        tokens.require("{");
        while (!tokens.accept("}")) {
            inTable();
        }
    }

    private void inTable() {
        var line = tokens.line();
        if (tokens.isEnd()) {
            throw tokens.cut("the listing ends inside a table");
        }
        if (tokens.accept(Tokens.BREAK) || tokens.accept(";")) {
            return;
        }
        if (tokens.accept("chain")) {
            chain(line, tokens.next());
        } else if (tokens.is("set") || tokens.is("map")) {
            set(line, tokens.next(), tokens.next());
        } else if (tokens.accept("flags")) {
            out.item(
                    line,
                    Json.object(
                            "table",
                            Json.object(
                                    "family",
                                    Json.text(family),
                                    "name",
                                    Json.text(table),
                                    "flags",
                                    Json.texts(words()))));
        } else {
            skipLine();
        }
    }

    private void chain(int line, String name) {
        var fields = new ArrayList<>(
                List.of("family", Json.text(family), "table", Json.text(table), "name", Json.text(name)));
        tokens.require("{");
        while (tokens.accept(Tokens.BREAK) || tokens.accept(";") || isAbout(fields)) {
            // what the chain is stands before its rules
        }
        out.item(line, Json.object("chain", Json.object(fields.toArray(String[]::new))));
        while (!tokens.accept("}")) {
            if (tokens.isEnd()) {
                throw tokens.cut("the listing ends inside a chain");
            }
            if (!tokens.accept(Tokens.BREAK) && !tokens.accept(";")) {
                rule(name);
            }
        }
    }

    /** "type filter hook forward priority filter + 10; policy drop;". */
    private boolean isAbout(List<String> fields) {
        if (tokens.is("type")) {
            hook(fields);
        } else if (tokens.accept("policy")) {
            fields.addAll(List.of("policy", Json.text(tokens.next())));
        } else if (tokens.is("comment") || tokens.is("flags")) {
            skipLine();
        } else {
            return false;
        }
        return true;
    }

    private void hook(List<String> fields) {
        while (!tokens.isStop()) {
            switch (tokens.next()) {
                case "type" -> fields.addAll(List.of("type", Json.text(tokens.next())));
                case "hook" -> fields.addAll(List.of("hook", Json.text(tokens.next())));
                case "device" -> fields.addAll(List.of("dev", Json.text(tokens.next())));
                case "devices" -> {
                    tokens.require("=");
                    fields.addAll(List.of("dev", Json.list(new Values(tokens).elements())));
                }
                case "priority" -> fields.addAll(List.of("prio", String.valueOf(priority())));
                default -> {}
            }
        }
    }

    private int priority() {
        var text = new StringBuilder();
        while (!tokens.isStop()) {
            text.append(tokens.next());
        }
        var found = Pattern.compile("([a-z]*)([+-]?[0-9]{1,8})?").matcher(text);
        if (!found.matches()) {
            return 0;
        }
        return PRIORITIES.getOrDefault(found.group(1), 0)
                + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
    }

    private void rule(String chain) {
        var line = tokens.line();
        var statements = new RuleWords(tokens).read();
        out.item(
                line,
                Json.object(
                        "rule",
                        Json.object(
                                "family",
                                Json.text(family),
                                "table",
                                Json.text(table),
                                "chain",
                                Json.text(chain),
                                "expr",
                                Json.list(statements))));
    }

    private void set(int line, String kind, String name) {
        var flags = new ArrayList<String>();
        var elements = new ArrayList<String>();
        var kept = new ArrayList<String>();
        tokens.require("{");
        while (!tokens.accept("}")) {
            if (tokens.isEnd()) {
                throw tokens.cut("the listing ends inside a set");
            }
            if (tokens.accept("flags")) {
                flags.addAll(words());
            } else if (tokens.accept("elements")) {
                tokens.require("=");
                elements.addAll(new Values(tokens).elements());
            } else if (!tokens.accept(Tokens.BREAK) && !tokens.accept(";")) {
                if (tokens.is("timeout")) {
                    flags.add("timeout");
                }
                if (!PLAIN.contains(tokens.peek())) {
                    kept.add("{\"limit\": 0}");
                }
                skipLine();
            }
        }
        out.item(
                line,
                Json.object(
                        kind,
                        Json.object(
                                "family",
                                Json.text(family),
                                "table",
                                Json.text(table),
                                "name",
                                Json.text(name),
                                "flags",
                                Json.texts(flags),
                                "stmt",
                                Json.list(kept),
                                "elem",
                                Json.list(elements))));
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        while (!tokens.isStop()) {
            if (!tokens.accept(",")) {
                words.add(tokens.next());
            }
        }
        return words;
    }

    /** Up to the end of the line, and over blocks that begin on it; at least one word. */
    private void skipLine() {
        do {
            if (tokens.is("{")) {
                tokens.skipBlock();
            } else {
                tokens.next();
            }
        } while (!tokens.isStop());
    }
}
