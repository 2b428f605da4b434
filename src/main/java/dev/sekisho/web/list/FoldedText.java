package dev.sekisho.web.list;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is compared where case and form do not count: full-width and half-width letters are one (NFKC), and so are
 * large and small ones. Each character is folded by itself, so that a part of a text is folded as it is within the whole.
 */
public record FoldedText(String text) {
    static final int LONGEST = 200;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    public static FoldedText of(String text) {
        return new FoldedText(fold(text).strip());
    }

    /** Text as it is compared. */
    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** What is stored beside a text to search it: nothing where every database folds it alike, as it does ASCII. */
    public static @Nullable String stored(String text) {
        return isPlain(text) ? null : fold(text);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < FIRST_BEYOND_ASCII);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
