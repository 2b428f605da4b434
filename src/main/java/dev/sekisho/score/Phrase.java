package dev.sekisho.score;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.text.Sentences;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A sentence that says its key and what it is filled in with, so that others may word it otherwise. */
record Phrase(String textKey, SortedMap<String, String> parameters, String detail) {

    /** What tells lines of a kind apart: the number of a break, the key of a third party. */
    private static final Pattern OF_ONE = Pattern.compile("(?<=^BREAK)\\..*|:.*");

    static Phrase of(Sentences sentences, String textKey, Map<String, String> parameters) {
        var filling = new TreeMap<>(parameters);
        filling.keySet().retainAll(sentences.gaps(textKey));
        return new Phrase(textKey, filling, sentences.of(textKey, filling));
    }

    /**
     * What a line of a score says: the sentence of its code, or the one of its code and first fact where there is one.
     *
     * @param names what its sentence may name beside its facts
     */
    static Phrase of(Sentences sentences, Contribution line, Map<String, String> names) {
        List<String> facts = line.facts();
        var parameters = new TreeMap<>(names);
        for (int i = 0; i < facts.size(); i++) {
            parameters.put(String.valueOf(i), facts.get(i));
        }
        String family = "LINE." + OF_ONE.matcher(line.code()).replaceFirst("");
        String special = facts.isEmpty() ? family : family + "." + facts.get(0);
        return of(sentences, sentences.has(special) ? special : family, parameters);
    }
}
