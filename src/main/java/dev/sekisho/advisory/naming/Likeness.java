package dev.sekisho.advisory.naming;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * How alike a name that records use is to the names of a product of ours. It only suggests: nothing is judged by it.
 */
public final class Likeness {
    /** Less alike than this is no suggestion. */
    public static final int LEAST = 60;

    /** As alike as this, two names of our own may well be meant for one thing. */
    public static final int NEAR = 80;

    private static final int SAME = 100;
    /** What is merely alike is never shown as the same. */
    private static final int NEARLY = 95;

    private static final int SAME_MAKER = 10;
    private static final int OTHER_MAKER = 15;
    private static final int CONTAINED = 60;
    /** A shorter name is part of too many others. */
    private static final int SHORTEST_PART = 4;

    /** Letters to be put in, taken out, replaced, or swapped with their neighbour. */
    private static final DamerauLevenshteinDistance CHANGES = new DamerauLevenshteinDistance();

    private final Set<String> makers = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    /** Nobody stated who makes it: what stands for the maker is the supplier, who often is another. */
    private boolean ofAnyMaker;

    /** @param names keys under which the product is looked up */
    public Likeness(Collection<String> names) {
        for (String name : names) {
            NameKey key = NameKey.of(name);
            if (key != null && key.kind() != NameKey.Kind.KEY) {
                products.add(key.product());
                ofAnyMaker |= key.kind() == NameKey.Kind.PRODUCT;
                if (key.kind() == NameKey.Kind.NAME) {
                    makers.add(key.maker());
                }
            }
        }
    }

    /** How alike a key of the index is, 0 to 100; 0 for one that nobody can be told to choose. */
    public int of(String name) {
        NameKey key = NameKey.of(name);
        return key == null || !key.suggests() ? 0 : of(key);
    }

    int of(NameKey other) {
        int best = 0;
        for (String product : products) {
            best = Math.max(best, alike(product, other.product()));
        }
        return best == 0 ? 0 : Math.max(0, Math.min(best == SAME ? SAME : NEARLY, best + maker(other)));
    }

    private int maker(NameKey other) {
        if (other.maker().isEmpty() || makers.isEmpty() || other.kind() != NameKey.Kind.NAME) {
            return 0;
        }
        return makers.contains(other.maker()) ? SAME_MAKER : ofAnyMaker ? 0 : -OTHER_MAKER;
    }

    /** Why a name was suggested, as a sentence without its point. */
    String why(NameKey other) {
        String name = products.contains(other.product())
                ? "The same name"
                : products.stream().anyMatch(one -> isPart(one, other.product()))
                        ? "One name is part of the other"
                        : "The names are spelled alike";
        return name
                + switch (maker(other)) {
                    case SAME_MAKER -> ", and the maker is the same";
                    case -OTHER_MAKER -> ", but the maker is another";
                    default ->
                        other.maker().isEmpty() ? ", and records name no maker" : ", and nobody stated the maker";
                };
    }

    static int alike(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        int part = isPart(one, other) ? CONTAINED + (SAME - CONTAINED) * shorter / longer : 0;
        // Two texts of which one is much longer take many changes, whatever they are.
        return shorter * 2 < longer ? part : Math.max(part, SAME - SAME * CHANGES.apply(one, other) / longer);
    }

    private static boolean isPart(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_PART && (one.contains(other) || other.contains(one));
    }
}
