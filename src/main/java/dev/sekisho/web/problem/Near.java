package dev.sekisho.web.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What somebody may have meant by a name that is none. */
public final class Near {
    private static final int SHOWN = 3;
    private static final int LONGEST = 100;

    /** Two names below this have little in common. */
    private static final double LEAST = 0.8;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Near() {}

    /** The nearest of the known names, at most three; none for what is longer than any name. */
    public static List<String> to(String said, Collection<String> known) {
        if (said.length() > LONGEST) {
            return List.of();
        }
        String folded = said.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .map(name -> Map.entry(name, similarity(folded, name.toLowerCase(Locale.ROOT))))
                .filter(one -> one.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The nearest as the end of a sentence; empty where none is near. */
    public static String words(String said, Collection<String> known) {
        List<String> near = to(said, known);
        return near.isEmpty() ? "" : "; near " + (near.size() == 1 ? "is " : "are ") + String.join(", ", near);
    }

    private static double similarity(String said, String name) {
        double similarity = SIMILARITY.apply(said, name);
        return name.contains(said) ? Math.max(similarity, LEAST) : similarity;
    }
}
