package dev.sekisho.ruleset.panos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the rules that guard a link stand.
 *
 * @param before what rules are asked first, in order
 * @param local what rules are asked then; empty where these are elsewhere
 * @param after what rules are asked last, in order
 * @param objects where what a name stands for is looked for, the nearest first
 * @param zoned where zones are defined
 */
record PanPlace(
        List<PanNode> before, List<PanNode> local, List<PanNode> after, List<PanNode> objects, List<PanNode> zoned) {

    private static final String BEFORE = "pre-rulebase";
    private static final String LOCAL = "rulebase";
    private static final String AFTER = "post-rulebase";

    /** The rules of one kind ("security", "nat") in their order. */
    List<PanNode> rules(String kind) {
        var rules = new ArrayList<PanNode>(rulesBefore(kind));
        rules.addAll(rulesBehind(kind));
        return rules;
    }

    /** Those that are asked before the firewall's own. */
    List<PanNode> rulesBefore(String kind) {
        return rules(PanNode.below(before, BEFORE, kind, "rules"));
    }

    /** The firewall's own, and those that are asked after them. */
    List<PanNode> rulesBehind(String kind) {
        return rules(
                Stream.concat(PanNode.below(local, LOCAL, kind, "rules"), PanNode.below(after, AFTER, kind, "rules")));
    }

    private static List<PanNode> rules(Stream<PanNode> groups) {
        return groups.flatMap(group -> group.children().stream()).toList();
    }

    /** Whether the configuration says anything of rules at all, be it that there are none. */
    boolean hasRules() {
        return Stream.of(
                        PanNode.below(before, BEFORE, "security"),
                        PanNode.below(local, LOCAL, "security"),
                        PanNode.below(after, AFTER, "security"))
                .anyMatch(found -> found.findAny().isPresent());
    }

    boolean hasPushedRules() {
        return PanNode.below(before, BEFORE).findAny().isPresent()
                || PanNode.below(after, AFTER).findAny().isPresent();
    }

    /** What is said of a rule that every device has ("intrazone-default"), the nearest first. */
    List<PanNode> builtIn(String rule) {
        String[] rest = {"default-security-rules", "rules", rule};
        return Stream.of(
                        PanNode.below(local, path(LOCAL, rest)),
                        PanNode.below(after, path(AFTER, rest)),
                        PanNode.below(before, path(BEFORE, rest)))
                .flatMap(found -> found)
                .toList();
    }

    private static String[] path(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    /** What a name stands for, of these kinds; {@link PanNode#NOTHING} if nowhere. */
    PanNode object(String kind, String name) {
        return PanNode.below(objects, kind, name).findFirst().orElse(PanNode.NOTHING);
    }
}
