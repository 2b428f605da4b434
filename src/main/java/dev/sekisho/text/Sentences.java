package dev.sekisho.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of answers in one language, each under a key and with gaps that are filled in by name. */
public final class Sentences {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle texts;

    private Sentences(ResourceBundle texts) {
        this.texts = texts;
    }

    /** English where there are none in a language; the language of the machine plays no part. */
    public static Sentences in(Locale language) {
        return new Sentences(ResourceBundle.getBundle(
                "text.sentences", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** What a sentence is to be filled in with, by name. */
    public Set<String> gaps(String key) {
        return GAP.matcher(texts.getString(key))
                .results()
                .map(gap -> gap.group(1))
                .collect(Collectors.toSet());
    }

    /**
     * A sentence with its gaps filled in; a gap nothing is known for stays as it is.
     *
     * @throws java.util.MissingResourceException where there is none under the key
     */
    public String of(String key, Map<String, String> filling) {
        return GAP.matcher(texts.getString(key))
                .replaceAll(gap -> Matcher.quoteReplacement(filling.getOrDefault(gap.group(1), gap.group())));
    }
}
