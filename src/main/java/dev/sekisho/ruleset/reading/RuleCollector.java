package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects rules in order and keeps the conservative principle: a doubtful permit is opaque, a doubtful deny is dropped. */
public final class RuleCollector {

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Translation> translations = new ArrayList<>();

    /** @param doubts conditions that could not be modelled; empty if the match is exact */
    public void add(Action action, RuleMatch match, Collection<String> doubts, int line, String origin) {
        if (match.isEmpty()) {
            return;
        }
        if (doubts.isEmpty()) {
            add(match.rule(action), line, origin);
        } else if (action == Action.PERMIT) {
            add(match.rule(action).opaque(String.join("; ", doubts)), line, origin);
            // what stands elsewhere is looked for in the notes
            doubts.stream().filter(doubt -> doubt.startsWith("line ")).forEach(this::note);
        } else {
            var here = "line " + line + ": ";
            var reasons = doubts.stream()
                    .map(doubt -> doubt.startsWith(here) ? doubt.substring(here.length()) : doubt)
                    .toList();
            note(line, "this deny counts as not matching: " + String.join("; ", reasons));
        }
    }

    /** A certain rule that nobody wrote: the policy of a chain, the last rule of a list. */
    public void imply(Action action, RuleMatch match, int line, String origin) {
        if (!match.isEmpty()) {
            add(match.rule(action).implied(), line, origin);
        }
    }

    /** A rule like another one, for other packets and with doubts of its own. */
    public void addLike(Rule rule, RuleMatch match, Collection<String> doubts) {
        if (rule.isImplied() && doubts.isEmpty()) {
            imply(rule.effect(), match, rule.line(), rule.origin());
        } else {
            add(rule.effect(), match, doubts, rule.line(), rule.origin());
        }
    }

    /**
     * A rule that cannot be read: nobody knows what the device makes of it, so a permit counts as the widest it may be, and
     * as a doubt, a deny as nothing. The notes say where and why.
     *
     * @param action what it begins with; a permit where that is not known
     */
    public void unreadable(Action action, RuleMatch widest, UnreadableConfiguration why, String origin) {
        note(
                why.line(),
                "this " + (action == Action.DENY ? "deny counts as not matching: " : "counts as a permit: ")
                        + why.reason());
        if (action == Action.PERMIT) {
            add(widest.rule(action).opaque("it cannot be read: " + why.reason()), why.line(), origin);
        }
    }

    public void permit(RuleMatch match, Collection<String> doubts, int line, String origin) {
        add(Action.PERMIT, match, doubts, line, origin);
    }

    /**
     * A configuration that says nothing of a family does not decide it: everything of that family counts as permitted,
     * whatever else is said, and the doubt is told. Nothing follows where the link carries nothing of that family.
     *
     * @param reason why, such as "the list does not filter IPv6"
     */
    public void undecided(DeclaredFamily family, GuardSelector guard, String reason) {
        note(reason);
        if (guard.carries(family)) {
            var silence = family.match().rule(Action.PERMIT).opaque(reason);
            rules.add(0, silence.at(0, "no " + family + " rules"));
        }
    }

    /** Of those that take the same packet the one added first counts. */
    public void translate(Translation translation) {
        if (translations.size() >= ConfigurationLimits.RULES) {
            throw new UnreadableConfiguration(
                    Math.max(1, translation.line()),
                    1,
                    "the configuration has more than " + ConfigurationLimits.RULES + " translations");
        }
        translations.add(translation.at(translation.line(), Redaction.line(translation.origin())));
    }

    public void note(String note) {
        if (notes.size() < ConfigurationLimits.NOTES) {
            notes.add(note);
        }
    }

    public void note(int line, String note) {
        note(line > 0 ? "line " + line + ": " + note : note);
    }

    public RuleSet finish(Action defaultAction) {
        return new RuleSet(rules, defaultAction, List.copyOf(notes), translations);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    public List<Rule> rules() {
        return rules;
    }

    public Set<String> notes() {
        return notes;
    }

    private void add(Rule rule, int line, String origin) {
        if (rules.size() >= ConfigurationLimits.RULES) {
            throw new UnreadableConfiguration(
                    Math.max(1, line),
                    1,
                    "the configuration has more than " + ConfigurationLimits.RULES + " rules once expanded");
        }
        var placed = rule.at(line, Redaction.line(origin));
        // what stands on no line was written by nobody
        rules.add(line == 0 ? placed.implied() : placed);
    }
}
