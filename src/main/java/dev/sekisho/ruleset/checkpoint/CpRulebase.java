package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A rulebase of which the API shows one page at a time. Only all pages together are one: rules that are not shown may permit
 * or deny anything.
 */
final class CpRulebase {

    private final List<ConfigurationJson> pages = new ArrayList<>();

    void add(ConfigurationJson page) {
        pages.add(page);
    }

    ConfigurationJson first() {
        return pages.get(0);
    }

    String name() {
        return CpObjects.word(first(), "name");
    }

    String uid() {
        return CpObjects.word(first(), "uid");
    }

    boolean isCalled(String nameOrUid) {
        return !nameOrUid.isEmpty() && (nameOrUid.equals(name()) || nameOrUid.equals(uid()));
    }

    Optional<String> cleanup() {
        return pages.stream()
                .map(page -> CpObjects.word(page, "implicit-cleanup-action"))
                .filter(action -> !action.isEmpty())
                .findFirst();
    }

    /** Its rules in their order, out of their sections, and what stands between them. */
    List<ConfigurationJson> rules() {
        var total = total();
        var rules = new ArrayList<ConfigurationJson>();
        var seen = new HashSet<String>();
        pages.stream()
                .sorted(Comparator.comparingInt(CpRulebase::from))
                .forEach(page -> page.required("rulebase").items().forEach(item -> add(item, seen, rules)));
        var expected = 0;
        for (var rule : rules) {
            if (isRule(rule) || rule.field("rule-number").isPresent()) {
                expected++;
                refuseGap(rule, expected);
            }
        }
        if (expected != total) {
            throw part(first(), expected + " of " + total + " rules");
        }
        return rules;
    }

    private int total() {
        var totals = pages.stream()
                .map(page -> page.required("total").number())
                .distinct()
                .toList();
        first().require(totals.size() == 1, "pages of " + shown() + " differ in how many rules it has");
        return totals.get(0);
    }

    private static int from(ConfigurationJson page) {
        return page.field("from").map(ConfigurationJson::number).orElse(0);
    }

    /** What two pages overlap in counts once. */
    private void add(ConfigurationJson item, HashSet<String> seen, List<ConfigurationJson> rules) {
        item.require(item.isObject(), "a rule is expected (use details-level full)");
        if (CpObjects.word(item, "type").endsWith("-section")
                || item.field("rulebase").isPresent()) {
            item.list("rulebase").forEach(rule -> add(rule, seen, rules));
        } else if (seen.add(number(item) + " " + CpObjects.word(item, "uid"))
                || number(item).isEmpty()) {
            rules.add(item);
        }
    }

    static boolean isRule(ConfigurationJson item) {
        return CpObjects.word(item, "type").endsWith("-rule");
    }

    static String number(ConfigurationJson rule) {
        return rule.field("rule-number")
                .filter(ConfigurationJson::isWhole)
                .map(ConfigurationJson::word)
                .orElse("");
    }

    private void refuseGap(ConfigurationJson rule, int expected) {
        var number = number(rule);
        if (!number.isEmpty() && !number.equals(Integer.toString(expected))) {
            throw part(rule, "rule " + expected + " is not among them");
        }
    }

    private RuntimeException part(ConfigurationJson at, String what) {
        return at.refusal("only a part of the rulebase " + shown() + " is shown (" + what
                + "); send all pages and use no filter");
    }

    String shown() {
        return "'" + Redaction.value(name()) + "'";
    }
}
