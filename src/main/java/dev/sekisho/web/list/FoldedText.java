package dev.sekisho.web.list;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared where case and form do not count: full-width and half-width letters are one (NFKC), and so are
 * large and small ones. Each character is folded by itself, so that a part of a text is folded as it is within the whole.
 */
public record FoldedText(String text) {
    static final int LONGEST = 200;

    public static FoldedText of(String text) {
        return new FoldedText(fold(text).strip());
    }

    /** Text as it is stored to be compared with. */
    public static String fold(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
