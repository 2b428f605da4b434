package dev.sekisho.ruleset.nfttext;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;

/** The words of a listing one after the other; a line break is a word too, for it ends a rule. */
final class Tokens {

    static final String BREAK = "\n";

    /** What stands behind the last word. */
    static final String END = "";

    private static final String ALONE = "{}(),;|&^";
    private static final String SIGNS = "!=<>";

    private final String text;
    private int at;
    private int line = 1;
    private String word = END;
    private boolean quoted;
    private boolean hidden;

    Tokens(String text) {
        this.text = text;
        advance();
    }

    String peek() {
        return word;
    }

    /** Whether it stands there as a word of the language, not as a quoted text. */
    boolean is(String expected) {
        return !quoted && word.equals(expected);
    }

    boolean isQuoted() {
        return quoted;
    }

    String next() {
        var taken = word;
        advance();
        return taken;
    }

    boolean accept(String expected) {
        if (!is(expected)) {
            return false;
        }
        advance();
        return true;
    }

    int line() {
        return is(BREAK) ? line - 1 : line;
    }

    boolean isEnd() {
        return !quoted && word.isEmpty();
    }

    /** Where a rule ends. */
    boolean isStop() {
        return isEnd() || is(BREAK) || is(";") || is("}");
    }

    /** Whether a remark other than a handle stood on the way here: what the program cannot show it puts there. */
    boolean takeHidden() {
        var was = hidden;
        hidden = false;
        return was;
    }

    void require(String expected) {
        while (accept(BREAK)) {
            // may stand before it
        }
        if (!accept(expected)) {
            throw cut(isEnd() ? "the listing ends before '" + expected + "'" : "'" + expected + "' is expected");
        }
    }

    UnreadableConfiguration cut(String reason) {
        return new UnreadableConfiguration(line, 1, reason);
    }

    /** Passes over a block whose brace is next. */
    void skipBlock() {
        int depth = 0;
        do {
            if (isEnd()) {
                throw cut("the listing ends inside a block");
            }
            depth += is("{") ? 1 : is("}") ? -1 : 0;
            advance();
        } while (depth > 0);
    }

    private void advance() {
        skipSpace();
        quoted = false;
        if (at >= text.length()) {
            word = END;
            return;
        }
        var c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
            word = BREAK;
        } else if (c == '"') {
            quote();
        } else if (ALONE.indexOf(c) >= 0) {
            at++;
            word = String.valueOf(c);
        } else {
            bare(SIGNS.indexOf(c) >= 0);
        }
    }

    private void skipSpace() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '#') {
                remark();
            } else if (c == '\\' && text.startsWith("\\\n", at)) {
                at += 2;
                line++;
            } else if (c == '\n' || !Character.isWhitespace(c)) {
                return;
            } else {
                at++;
            }
        }
    }

    private void remark() {
        var end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        hidden |= !text.substring(at + 1, end).strip().matches("handle [0-9]+");
        at = end;
    }

    private void quote() {
        var end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw cut("the listing ends inside a quoted text");
        }
        word = text.substring(at + 1, end);
        line += (int) word.chars().filter(c -> c == '\n').count();
        quoted = true;
        at = end + 1;
    }

    private void bare(boolean signs) {
        var start = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0 == signs && !isBorder(text.charAt(at))) {
            at++;
        }
        word = text.substring(start, at);
    }

    private static boolean isBorder(char c) {
        return Character.isWhitespace(c) || c == '"' || c == '#' || ALONE.indexOf(c) >= 0;
    }
}
