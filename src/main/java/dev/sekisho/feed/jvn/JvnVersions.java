package dev.sekisho.feed.jvn;

import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What JVN says of the versions of a product, in Japanese words. A statement is read where every word of it is understood:
 * one word more may turn it. Anything else is kept as a range that cannot be read.
 *
 * @param cves the vulnerabilities a statement is limited to; empty for all of the record
 * @param systems the systems it is limited to, such as {@code Windows}; empty for all
 */
record JvnVersions(List<VersionRange> ranges, Set<String> cves, Set<String> systems) {
    private static final int LONGEST = 200;
    private static final int MOST_LISTED = 20;

    private static final String WORDS = "(?:ファームウェア|バージョン|システム|firmware|version|ver|rev|v)";
    private static final String VERSION = "(?:" + WORDS + "[. ]{0,2}){0,3}"
            + "([a-z]{0,3}\\d[\\da-z]*(?:[._+-][\\da-z]+|\\(\\d+[a-z]?\\)[\\da-z]*)*"
            + "(?: (?:sp|service pack|update|patch|build|rev|r|p) ?\\d[\\d.a-z]*)?)";
    private static final String AND = " ?(?:および|及び|または|又は|と|、|,)? ?(?:それ)?";
    private static final String SINCE = " ?(?:から|以上|以降|~) ?、? ?";
    private static final String BEFORE = " ?(?:未満|よりも?前)";
    private static final String UP_TO = "(?: ?まで|" + AND + "(?:以前|以下))";
    private static final String SERIES = " ?系列?(?:の)? ?";
    private static final String OF_VERSIONS = "(?:の?(?:すべての|全ての|全|各)?(?:バージョン|版|もの))?";

    private static final Pattern SINGLE = pattern(VERSION);
    private static final Pattern ALL = pattern("(?:すべて|全て|全)(?:の)?(?:" + WORDS + "|版){0,2}|all(?: versions)?");

    /** How a statement is made; what stands in brackets of the pattern are versions. */
    private record Form(Pattern pattern, BiFunction<MatchResult, String, VersionRange> range) {}

    private static final List<Form> FORMS = List.of(
            new Form(ALL, (read, raw) -> between(null, null, VersionRange.UNBOUNDED, raw)),
            new Form(SINGLE, (read, raw) -> single(read.group(1), raw)),
            new Form(pattern(VERSION + SERIES + OF_VERSIONS), (read, raw) -> single(first(read) + ".x", raw)),
            new Form(pattern(VERSION + BEFORE + OF_VERSIONS), (read, raw) -> between(null, read.group(1), null, raw)),
            // 1.0 およびそれより前 takes 1.0 in.
            new Form(
                    pattern(VERSION + " ?(?:および|及び)それよりも?前" + OF_VERSIONS),
                    (read, raw) -> between(null, null, read.group(1), raw)),
            new Form(pattern(VERSION + UP_TO + OF_VERSIONS), (read, raw) -> between(null, null, read.group(1), raw)),
            new Form(
                    pattern(VERSION + "(?: ?から|" + AND + "(?:以降|以上|以後))" + OF_VERSIONS),
                    (read, raw) -> between(read.group(1), null, VersionRange.UNBOUNDED, raw)),
            new Form(
                    pattern(VERSION + SINCE + VERSION + BEFORE + OF_VERSIONS),
                    (read, raw) -> between(read.group(1), read.group(2), null, raw)),
            new Form(
                    pattern(VERSION + SINCE + VERSION + UP_TO + OF_VERSIONS),
                    (read, raw) -> between(read.group(1), null, read.group(2), raw)),
            new Form(
                    pattern(VERSION + " ?(?:から|~) ?" + VERSION + OF_VERSIONS),
                    (read, raw) -> between(read.group(1), null, read.group(2), raw)),
            new Form(
                    pattern(VERSION + SERIES + VERSION + BEFORE + OF_VERSIONS),
                    (read, raw) -> between(first(read), read.group(2), null, raw)),
            new Form(
                    pattern(VERSION + SERIES + VERSION + UP_TO + OF_VERSIONS),
                    (read, raw) -> between(first(read), null, read.group(2), raw)));

    private static final Pattern CVE = Pattern.compile(CveId.FORM);
    private static final Pattern CVES = Pattern.compile("\\((?:" + CveId.FORM + "[、,・ ]*)+\\)");
    private static final Pattern SYSTEM = pattern(
            "\\(((?:windows|mac ?os(?: x)?|mac|linux|android|ios|ipados|unix|solaris|aix|hp-ux)) ?(?:版|用)?\\)$");
    private static final Pattern COMMA = Pattern.compile(" ?[、,] ?");
    private static final Pattern WILDCARD = Pattern.compile("(?:\\.[xX])+$");

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Reads one statement.
     *
     * @param product the name of the product, which some statements repeat in front
     */
    static JvnVersions of(String written, String product) {
        String raw = written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written;
        if (written.length() > LONGEST) {
            return new JvnVersions(List.of(unread(raw)), Set.of(), Set.of());
        }
        String whole = plain(written);
        Set<String> cves = CVES.matcher(whole)
                .results()
                .flatMap(limited -> CVE.matcher(limited.group()).results())
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
        String text = CVES.matcher(whole).replaceAll(" ").strip();
        Matcher system = SYSTEM.matcher(text);
        boolean limited = system.find();
        Set<String> systems = limited ? Set.of(system.group(1)) : Set.of();
        List<VersionRange> read =
                ranges(withoutName(limited ? text.substring(0, system.start()) : text, plain(product)), raw);
        return new JvnVersions(read == null ? List.of(unread(raw)) : read, cves, systems);
    }

    static VersionRange unread(String written) {
        return VersionRange.unread(written, Status.AFFECTED);
    }

    /** Full-width letters and digits are those of everybody. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('〜', '~')
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    private static String withoutName(String text, String name) {
        boolean repeated = !name.isEmpty() && text.regionMatches(true, 0, name + " ", 0, name.length() + 1);
        return (repeated ? text.substring(name.length()) : text).strip();
    }

    /** Null for text that is not understood whole. */
    private static @Nullable List<VersionRange> ranges(String text, String raw) {
        for (Form form : FORMS) {
            Matcher read = form.pattern.matcher(text);
            if (read.matches()) {
                return beforeSeries(form.range.apply(read.toMatchResult(), raw));
            }
        }
        List<Matcher> listed = Stream.of(COMMA.split(text)).map(SINGLE::matcher).toList();
        return listed.size() <= MOST_LISTED && listed.stream().allMatch(Matcher::matches)
                ? listed.stream().map(read -> single(read.group(1), raw)).toList()
                : null;
    }

    /**
     * {@code 6.x より前} calls everything before 6 affected. Whether it takes in what is 6.x, as it does where people mean up to
     * some version of 6, the words do not say: of that they leave it open.
     */
    private static List<VersionRange> beforeSeries(VersionRange read) {
        String end = read.lessThan();
        Matcher series = WILDCARD.matcher(end == null ? "" : end);
        return end == null || !series.find()
                ? List.of(read)
                : List.of(
                        between(read.from(), series.replaceFirst(""), null, read.raw()),
                        new VersionRange(end, false, null, null, Status.UNKNOWN, null, List.of(), read.raw()));
    }

    private static VersionRange single(String version, String raw) {
        return between(version, null, null, raw);
    }

    private static VersionRange between(
            @Nullable String from, @Nullable String lessThan, @Nullable String lessThanOrEqual, String raw) {
        return new VersionRange(from, false, lessThan, lessThanOrEqual, Status.AFFECTED, null, List.of(), raw);
    }

    /** {@code 6.x} and {@code 6} begin at 6. */
    private static String first(MatchResult series) {
        return WILDCARD.matcher(series.group(1)).replaceFirst("");
    }
}
