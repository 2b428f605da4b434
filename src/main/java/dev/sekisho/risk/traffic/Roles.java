package dev.sekisho.risk.traffic;

import java.util.BitSet;
import java.util.List;

/**
 * What each rule is there for. Each packet is mapped to the first rule that matches it and to the verdict of the next
 * one: a rule that is first nowhere can never match, and one whose next always says the same does not matter. The leaf
 * is 0 for no rule, else {@code 1 + 3 * first rule + next verdict}.
 */
final class Roles {

    private static final int NOBODY = FirstMatch.NO_RULE;

    private final RuleSet rules;
    private final BitSet matching = new BitSet();
    private final BitSet mattering = new BitSet();

    private Roles(RuleSet rules) {
        this.rules = rules;
    }

    /** @throws TooComplexException if the rules interact in too many ways */
    static Roles of(RuleSet rules, List<Space> spaces, int mostEdges) {
        var roles = new Roles(rules);
        for (var space : spaces) {
            roles.collect(new Diagram(space, mostEdges));
        }
        return roles;
    }

    boolean matches(int rule) {
        return matching.get(rule);
    }

    boolean matters(int rule) {
        return mattering.get(rule);
    }

    private void collect(Diagram diagram) {
        var maps = new int[rules.rules().size()];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = Compiled.map(diagram, rules.rules().get(i), Diagram.leaf(1 + 3 * i));
        }
        var root = diagram.combine(this::known, maps, NOBODY);
        Leaves.of(diagram, root).stream().filter(leaf -> leaf > 0).forEach(leaf -> collect(leaf - 1));
    }

    private void collect(int role) {
        var first = role / 3;
        var next = role % 3 == 0 ? FirstMatch.verdict(rules.defaultAction()) : Diagram.leaf(role % 3);
        matching.set(first);
        if (next != verdict(first)) {
            mattering.set(first);
        }
    }

    private int known(int a, int b) {
        if (a == NOBODY || b == NOBODY) {
            return a == NOBODY ? b : a;
        }
        if (Diagram.isLeaf(a) && knowsNext(a)) {
            return a;
        }
        return Diagram.isLeaf(a) && Diagram.isLeaf(b) ? Diagram.leaf(~a + ~verdict((~b - 1) / 3)) : Diagram.OPEN;
    }

    private static boolean knowsNext(int leaf) {
        return (~leaf - 1) % 3 != 0;
    }

    private int verdict(int rule) {
        return FirstMatch.verdict(rules.rules().get(rule).action());
    }
}
