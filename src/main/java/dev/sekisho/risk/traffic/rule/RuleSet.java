package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a firewall enforces: the first rule that matches decides, the default action where none does. It is a key of
 * caches, so its hash is computed once, and to compare two costs a look at every rule only where both say the same.
 */
public final class RuleSet {

    private final List<Rule> rules;
    private final Action defaultAction;
    private final List<String> notes;
    private final List<Translation> translations;

    /** 0 until asked for; threads that race for it find the same. */
    private int hash;

    /** Absent until asked for; threads that race for it find equal ones. */
    private @Nullable RuleSet modelled;

    private @Nullable RuleSet withoutIpv4;

    private @Nullable RuleSet withoutIpv6;

    private @Nullable AddressSet namedSources;

    /** @param notes what the reader wants people to know about this set */
    public RuleSet(List<Rule> rules, Action defaultAction, List<String> notes) {
        this(rules, defaultAction, notes, List.of());
    }

    /**
     * @param notes what the reader wants people to know about this set
     * @param translations what is done to destinations before the rules judge them, the first that matches wins; the
     *     rules are about the address behind it
     */
    public RuleSet(List<Rule> rules, Action defaultAction, List<String> notes, List<Translation> translations) {
        this.rules = List.copyOf(rules);
        this.defaultAction = defaultAction;
        this.notes = List.copyOf(notes);
        this.translations = List.copyOf(translations);
    }

    /** The usual firewall: what no rule permits is denied. */
    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules), Action.DENY, List.of());
    }

    public List<Rule> rules() {
        return rules;
    }

    public Action defaultAction() {
        return defaultAction;
    }

    public List<String> notes() {
        return notes;
    }

    public List<Translation> translations() {
        return translations;
    }

    public RuleSet orElse(Action action) {
        return new RuleSet(rules, action, notes, translations);
    }

    public RuleSet with(List<Rule> others) {
        return new RuleSet(others, defaultAction, notes, translations);
    }

    /** The same set without its opaque rules; itself where it has none. */
    public RuleSet modelled() {
        var known = modelled;
        if (known == null) {
            var plain = rules.stream().filter(rule -> !rule.isOpaque()).toList();
            known = plain.size() == rules.size() ? this : with(plain);
            modelled = known;
        }
        return known;
    }

    /**
     * The same set for a place with these addresses: without the opaque rules that are about a family alone that the place
     * does not have, since nobody there has to know how it is filtered. Nobody knows which families a place without any
     * address has.
     */
    public RuleSet within(AddressSet space) {
        if (space.isEmpty()) {
            return this;
        }
        if (space.only6().isEmpty()) {
            return withoutIpv6();
        }
        return space.only4().isEmpty() ? withoutIpv4() : this;
    }

    private RuleSet withoutIpv6() {
        var known = withoutIpv6;
        if (known == null) {
            known = concerning(AddressSet.ANY4);
            withoutIpv6 = known;
        }
        return known;
    }

    private RuleSet withoutIpv4() {
        var known = withoutIpv4;
        if (known == null) {
            known = concerning(AddressSet.ANY6);
            withoutIpv4 = known;
        }
        return known;
    }

    /** Itself where every opaque rule concerns the family. */
    private RuleSet concerning(AddressSet family) {
        var left = rules.stream()
                .filter(rule -> !rule.isOpaque()
                        || rule.destinations().isEmpty()
                        || rule.destinations().intersects(family))
                .toList();
        return left.size() == rules.size() ? this : with(left);
    }

    /** The sources that some rule tells from others; to be about any source of a family is to name none of it. */
    public AddressSet namedSources() {
        var known = namedSources;
        if (known == null) {
            known = AddressSet.union(rules.stream().map(Rule::namedSources).toList());
            namedSources = known;
        }
        return known;
    }

    public boolean hasOpaque() {
        return modelled() != this;
    }

    public List<Rule> opaque() {
        return hasOpaque() ? rules.stream().filter(Rule::isOpaque).toList() : List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof RuleSet that
                        && hashCode() == that.hashCode()
                        && defaultAction == that.defaultAction
                        && rules.equals(that.rules)
                        && notes.equals(that.notes)
                        && translations.equals(that.translations);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            var computed = Objects.hash(rules, defaultAction, notes, translations);
            hash = computed == 0 ? 1 : computed;
        }
        return hash;
    }

    @Override
    public String toString() {
        return rules + " else " + defaultAction + (notes.isEmpty() ? "" : " " + notes);
    }
}
