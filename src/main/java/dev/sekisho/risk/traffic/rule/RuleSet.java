package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a firewall enforces: the first rule that matches decides, the default action where none does. It is a key of
 * caches, so its hash is computed once, and to compare two costs a look at every rule only where both say the same.
 *
 * <p>Several devices in a row are one rule set too ({@link #row}): a packet gets through where each of its {@link #devices}
 * permits it. Its {@link #rules} are those of all of them, in the order of the way, and no first of them decides alone.
 */
public final class RuleSet {

    private final List<Rule> rules;
    private final Action defaultAction;
    private final List<String> notes;
    private final List<Translation> translations;

    /** Empty where there is one device. */
    private final List<ChainDevice> row;

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
        this(rules, defaultAction, notes, translations, List.of());
    }

    private RuleSet(
            List<Rule> rules,
            Action defaultAction,
            List<String> notes,
            List<Translation> translations,
            List<ChainDevice> row) {
        this.rules = List.copyOf(rules);
        this.defaultAction = defaultAction;
        this.notes = List.copyOf(notes);
        this.translations = List.copyOf(translations);
        this.row = List.copyOf(row);
    }

    /** The usual firewall: what no rule permits is denied. */
    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules), Action.DENY, List.of());
    }

    /**
     * Several devices that every packet passes one after the other. What no rule matches passes only where no device
     * denies it by default.
     *
     * @param inOrder at least one, in the order of the way
     */
    public static RuleSet row(List<ChainDevice> inOrder) {
        var open = inOrder.stream().allMatch(device -> device.judged().defaultAction == Action.PERMIT);
        return new RuleSet(
                inOrder.stream()
                        .flatMap(device -> device.judged().rules.stream())
                        .toList(),
                open ? Action.PERMIT : Action.DENY,
                inOrder.stream()
                        .flatMap(device -> device.judged().notes.stream())
                        .distinct()
                        .toList(),
                inOrder.stream()
                        .flatMap(device -> device.judged().translations.stream())
                        .toList(),
                inOrder);
    }

    /** The devices of a row, in the order of the way; none where this is the rule set of one device. */
    public List<ChainDevice> row() {
        return row;
    }

    /** What each device lets through, in the order of the way; a packet gets through where all do. */
    public List<RuleSet> devices() {
        return row.isEmpty()
                ? List.of(this)
                : row.stream().map(ChainDevice::judged).toList();
    }

    /** What stands on each device, in the order of the way. */
    public List<RuleSet> written() {
        return row.isEmpty()
                ? List.of(this)
                : row.stream().map(ChainDevice::written).toList();
    }

    /** The row without the device at a position; it permits everything where that was the only one. */
    public RuleSet without(int position) {
        var left = row.stream().filter(device -> device.position() != position).toList();
        return left.isEmpty() ? new RuleSet(List.of(), Action.PERMIT, List.of()) : row(left);
    }

    /** Every device by itself changed; itself where nothing is. */
    private RuleSet each(UnaryOperator<RuleSet> change) {
        var changed = row.stream().map(device -> device.each(change)).toList();
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i) != row.get(i)) {
                return row(changed);
            }
        }
        return this;
    }

    /** The rules of all devices. */
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

    /** Only the rules for which this holds, on every device. */
    public RuleSet keeping(Predicate<Rule> wanted) {
        return changed(some -> some.filter(wanted));
    }

    /** Every rule changed, on every device. */
    public RuleSet replacing(UnaryOperator<Rule> change) {
        return changed(some -> some.map(change));
    }

    private RuleSet changed(UnaryOperator<Stream<Rule>> change) {
        return row.isEmpty() ? with(change.apply(rules.stream()).toList()) : each(device -> device.changed(change));
    }

    /** The rule set of one device with other rules. */
    public RuleSet with(List<Rule> others) {
        if (!row.isEmpty()) {
            throw new IllegalStateException("the rules of several devices are no list of one");
        }
        return new RuleSet(others, defaultAction, notes, translations);
    }

    /** The same set without its opaque rules; itself where it has none. */
    public RuleSet modelled() {
        var known = modelled;
        if (known == null && !row.isEmpty()) {
            known = each(RuleSet::modelled);
            modelled = known;
        }
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
        if (!row.isEmpty()) {
            return each(device -> device.concerning(family));
        }
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
                        && translations.equals(that.translations)
                        && row.equals(that.row);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            var computed = Objects.hash(rules, defaultAction, notes, translations, row);
            hash = computed == 0 ? 1 : computed;
        }
        return hash;
    }

    @Override
    public String toString() {
        if (!row.isEmpty()) {
            return row.toString();
        }
        return rules + " else " + defaultAction + (notes.isEmpty() ? "" : " " + notes);
    }
}
