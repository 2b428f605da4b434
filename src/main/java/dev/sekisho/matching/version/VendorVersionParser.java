package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a version apart, and gives up on anything that might be a sentence: a wrong order is worse than none. */
final class VendorVersionParser {
    private static final int LONGEST = 80;
    private static final int MOST_OTHER_WORDS = 2;
    private static final int LONGEST_OTHER_WORD = 4;
    private static final Pattern START = Pattern.compile(
            "(?:(?:version|ver\\.?|release)\\s*)?(?:v\\.?\\s*|([a-z]{1,3}))?(?=\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,30})|([A-Za-z]+)|([^A-Za-z\\d]+)");
    private static final Pattern SEPARATOR = Pattern.compile("[.\\-_()]{1,3}|[ _-]{1,3}");
    /** After z come za, zb and so on. */
    private static final Pattern LETTERS = Pattern.compile("z?[a-z]");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern TWO_DOTTED = Pattern.compile("\\d+\\.\\d+[\\d.]*-\\d+\\.\\d+.*");

    /** A release and its build, as in 13.1-51.15. */
    private static final Pattern WITH_BUILD = Pattern.compile("\\d+\\.\\d+-\\d+\\.\\d+(?![.\\d]).*");

    /** 4.0..6.0 says from where to where. */
    private static final Pattern SEVERAL_DOTS = Pattern.compile(".*\\.\\.+.*");

    /** Half-years, as 21H2, name a release beside its number. */
    private static final Pattern HALF_YEAR = Pattern.compile("\\d\\d[Hh][12]");

    private final String text;
    private String prefix = "";
    private final List<BigInteger> core = new ArrayList<>();
    private final List<VendorVersion.Suffix> suffixes = new ArrayList<>();
    private final List<String> line = new ArrayList<>();
    private @Nullable Word kind;
    private String word = "";
    private List<BigInteger> numbers = new ArrayList<>();
    private boolean spaced;

    private VendorVersionParser(String text) {
        this.text = text;
    }

    static @Nullable VendorVersion parse(String raw) {
        if (raw.length() > LONGEST) {
            return null;
        }
        // CPE names quote punctuation with a backslash.
        String text = Spelling.plain(
                Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().replace("\\", ""));
        boolean hash = HASH.matcher(text).matches() && text.chars().anyMatch(Character::isLetter);
        boolean several =
                TWO_DOTTED.matcher(text).matches() && !WITH_BUILD.matcher(text).matches();
        boolean unordered =
                SEVERAL_DOTS.matcher(text).matches() || HALF_YEAR.matcher(text).matches();
        if (hash || several || unordered) {
            return null;
        }
        return new VendorVersionParser(text).parsed();
    }

    private @Nullable VendorVersion parsed() {
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            return null;
        }
        prefix = start.group(1) == null ? "" : start.group(1).toLowerCase(Locale.ROOT);
        Matcher token = TOKEN.matcher(text);
        int at = start.end();
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at || !accept(token)) {
                return null;
            }
            at = token.end();
        }
        endSuffix();
        return line.size() > MOST_OTHER_WORDS ? null : new VendorVersion(prefix, core, suffixes, line);
    }

    private boolean accept(Matcher token) {
        if (token.group(1) != null) {
            boolean tooLong = token.end() < text.length() && Character.isDigit(text.charAt(token.end()));
            return !tooLong && number(new BigInteger(token.group(1)));
        }
        if (token.group(2) != null) {
            return word(token);
        }
        String separator = token.group(3);
        spaced = separator.contains(" ");
        // A closing bracket may end the text; any other separator there announces something that is missing.
        boolean last = token.end() == text.length();
        return SEPARATOR.matcher(separator).matches() && (!last || separator.equals(")"));
    }

    private boolean number(BigInteger value) {
        if (kind != null) {
            numbers.add(value);
            return true;
        }
        core.add(value);
        // Two numbers with a space between them are two versions, or a sentence.
        return !spaced || core.size() == 1;
    }

    private boolean word(Matcher token) {
        endSuffix();
        String lower = token.group(2).toLowerCase(Locale.ROOT);
        boolean digitAfter = followedByNumber(token.end());
        boolean digitBefore = token.start() > 0 && Character.isDigit(text.charAt(token.start() - 1));
        boolean atEnd = token.end() == text.length() || !Character.isLetterOrDigit(text.charAt(token.end()));
        if (Word.saysNothing(lower) && !digitAfter) {
            spaced = false;
            return true;
        }
        boolean letter = LETTERS.matcher(lower).matches()
                && digitBefore
                && atEnd
                && Character.isLowerCase(token.group(2).charAt(0));
        Word meaning = letter ? Word.LETTER : Word.of(lower);
        if (meaning == Word.PATCH && !digitAfter) {
            meaning = Word.OTHER;
        }
        kind = meaning;
        // 1.1.1s is the release after 1.1.1r, and no service release.
        word = letter ? lower : Word.spelling(lower);
        boolean prose = lower.length() > LONGEST_OTHER_WORD || spaced && !digitDirectlyAfter(token.end());
        spaced = false;
        return meaning != Word.OTHER || !prose;
    }

    private boolean followedByNumber(int at) {
        int i = at;
        while (i < text.length() && " ._-".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && Character.isDigit(text.charAt(i));
    }

    private boolean digitDirectlyAfter(int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private void endSuffix() {
        if (kind == null) {
            return;
        }
        if (kind == Word.OTHER) {
            line.add(word);
        }
        if (kind != Word.OTHER || !numbers.isEmpty()) {
            suffixes.add(new VendorVersion.Suffix(kind, word, numbers));
        }
        kind = null;
        numbers = new ArrayList<>();
    }
}
