package dev.sekisho.matching.version;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product's name that ends in a year or a number, such as {@code MOVEit Transfer 2023} or 一太郎2021 プラチナ. Records mostly
 * name the product without it. The number may be the first of its version's or be counted in another way, as Windows 7 is
 * version 6.1; by itself it proves no version clean.
 *
 * @param name what stands before the number
 * @param number as it stands in the name
 */
public record VersionInName(String name, String number) {
    private static final int LONGEST = 300;
    private static final String EDITION =
            "(?:standard|professional|pro|enterprise|premium|platinum|ultimate|business|home|basic|express|lite|edition|"
                    + "スタンダード|プロフェッショナル|エンタープライズ|プレミアム|プラチナ|ビジネス|ベーシック|ライト|エディション|版)";
    private static final Pattern NUMBERED = Pattern.compile(
            "(.*[^\\s\\d.])(\\s*)(?:v|ver\\.?|version|バージョン)?\\s*((?:19|20)\\d\\d|\\d{1,2}(?:\\.\\d{1,3})*)(?:\\s*"
                    + EDITION + ")*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Memo<VersionInName> READ = new Memo<>(VersionInName::read);

    /** Null for a name without such a number. */
    public static @Nullable VersionInName of(@Nullable String product) {
        return product == null || product.length() > LONGEST ? null : READ.get(product);
    }

    private static @Nullable VersionInName read(String product) {
        String text = Normalizer.normalize(product, Normalizer.Form.NFKC).strip();
        Matcher read = NUMBERED.matcher(text);
        // PA220 and H3C are names; words in Japanese are written without spaces.
        boolean apart = read.matches()
                && (!read.group(2).isEmpty() || JAPANESE.matcher(text).find());
        return apart ? new VersionInName(read.group(1), read.group(3)) : null;
    }

    /** Whether both names end in numbers of which neither begins with the other: what is said of Office 10 is none of Office 9. */
    public static boolean areApart(@Nullable String one, @Nullable String other) {
        VersionInName mine = of(one);
        VersionInName theirs = of(other);
        return mine != null && theirs != null && !mine.begins(theirs.number) && !theirs.begins(mine.number);
    }

    /** Whether a version is one of those that begin with the number, so that both count in one way. */
    public boolean begins(String version) {
        String plain = version.strip();
        return plain.startsWith(number)
                && (plain.length() == number.length() || !Character.isDigit(plain.charAt(number.length())));
    }
}
