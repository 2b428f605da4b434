package dev.sekisho.ruleset.cisco;

import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands behind the addresses and ports of an access list entry; a word that is not known may be a condition. */
final class CiscoOptions {

    private static final Set<String> FLAGS = Set.of("ack", "fin", "psh", "rst", "syn", "urg");
    private static final Pattern SIGNED = Pattern.compile("[+-](ack|fin|psh|rst|syn|urg)");
    private static final Set<String> ENDINGS = Set.of("established", "fragments", "inactive", "log", "log-input");
    private static final Set<String> LEVELS = Set.of(
            "alerts",
            "critical",
            "debugging",
            "emergencies",
            "errors",
            "informational",
            "notifications",
            "warnings",
            "disable",
            "default",
            "inactive-log");

    private final Text.Line line;
    private final boolean asa;
    private final List<String> doubts = new ArrayList<>();
    private int at;
    private boolean never;

    CiscoOptions(Text.Line line, int at, boolean asa) {
        this.line = line;
        this.at = at;
        this.asa = asa;
        // "show access-lists" ends in "(24 matches)"
        while (this.at < line.words().size() && !word().startsWith("(")) {
            option(next().toLowerCase(Locale.ROOT));
        }
    }

    /** It is inactive, or no packet that opens a connection meets it. */
    boolean opensNothing() {
        return never;
    }

    /** Conditions that could not be modelled. */
    List<String> doubts() {
        return doubts;
    }

    private void option(String option) {
        switch (option) {
            case "log", "log-input" -> {
                while (LEVELS.contains(word()) || word().matches("[0-7]") || accept("interval")) {
                    at++;
                }
                skipCookie();
            }
            case "match-all", "match-any" -> signedFlags(option.equals("match-all"));
            case "inactive", "established", "fragments" -> never = true;
            case "reflect", "timeout", "sequence" -> at++;
            case "!" -> at = line.words().size();
            default -> {
                if (FLAGS.contains(option)) {
                    flags(option);
                } else {
                    doubt(option);
                }
            }
        }
    }

    /** Old-style flags match if any of them is set; a packet that opens a connection has only SYN. */
    private void flags(String first) {
        var syn = first.equals("syn");
        while (FLAGS.contains(word())) {
            syn |= next().equals("syn");
        }
        never |= !syn;
    }

    /** New-style flags say "+ack" or "-ack"; a packet that opens a connection has only SYN, and perhaps unknown ones. */
    private void signedFlags(boolean all) {
        var held = new ArrayList<Boolean>();
        while (word().startsWith("+") || word().startsWith("-")) {
            var flag = next();
            if (SIGNED.matcher(flag).matches()) {
                held.add(flag.substring(1).equals("syn") == flag.startsWith("+"));
            } else {
                doubts.add("depends on " + Redaction.value(flag));
            }
        }
        never |= all ? held.contains(false) : !held.contains(true) && doubts.isEmpty();
    }

    /** IOS lets people put a word of their own behind "log", to be found again in the messages. */
    private void skipCookie() {
        var last = at == line.words().size() - 1;
        if (last && !asa && !ENDINGS.contains(word()) && !FLAGS.contains(word())) {
            at++;
        }
    }

    private void doubt(String option) {
        doubts.add("depends on " + Redaction.value(option));
        if (at < line.words().size() && !Set.of("log", "log-input", "inactive").contains(word())) {
            at++;
        }
    }

    private String word() {
        return line.word(at);
    }

    private String next() {
        return line.word(at++);
    }

    private boolean accept(String expected) {
        var found = word().equals(expected);
        at += found ? 1 : 0;
        return found;
    }
}
