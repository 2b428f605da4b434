package dev.sekisho.matching.product;

import dev.sekisho.matching.version.Memo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the many of a vendor or product: full-width and upper-case forms, punctuation, legal forms and spaces
 * disappear, and aliases somebody entered lead to the canonical name. {@code Palo Alto Networks, Inc.} and
 * {@code paloaltonetworks} become the same key.
 */
public final class ProductNames {
    private static final List<String> USUAL = List.of("names.txt", "names-japanese.txt");
    private static final int LONGEST = 300;
    private static final int LONGEST_CHAIN = 8;
    private static final Pattern JAPANESE_FORMS = Pattern.compile("株式会社|有限会社|合同会社|合資会社|\\((?:株|有|同)\\)");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}\\p{M}+#]+");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "gmbh",
            "ag",
            "kg",
            "se",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "oyj",
            "plc",
            "pty",
            "kk",
            "pte",
            "pvt",
            "kgaa",
            "sro",
            "ulc");

    /** Words makers put behind their name in one place and leave out in another. */
    private static final List<String> TRADES = List.of(
            "technologies",
            "technology",
            "communications",
            "international",
            "foundation",
            "solutions",
            "worldwide",
            "networks",
            "software",
            "systems",
            "group");

    /** Words that say what kind of thing a product is: {@code IOS XE} is {@code IOS XE Software}. */
    private static final List<String> KINDS =
            List.of("software", "firmware", "ソフトウェア", "ソフトウエア", "ファームウェア", "ファームウエア", "シリーズ");

    /** What a maker is called in another script may stand in front of a product's name without being part of it. */
    private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+");

    private static final int SHORTEST_STEM = 2;
    private static final Pattern UPDATE =
            Pattern.compile("\\s+(?:cumulative update|service pack|cu|sp)\\s*\\d+\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\s+(?:19|20)\\d\\d\\s*$");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(（][^()（）]*[)）]");
    private static final Pattern PARTS = Pattern.compile("\\s*[,;、]\\s*|\\s+(?:&|and|or|および|及び)\\s+");

    /** A comma before an edition lists nothing. */
    private static final Pattern EDITION = Pattern.compile("(?i),.*\\bedition\\b");

    /** Behind a key: something stood in brackets that was left out. */
    private static final String BRACKETED = "()";

    /** One word in brackets is a short form of several, or several the long form of one; else they name a part. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（]([^()（）]+)[)）]");

    private static final Memo<String> FOLDED = new Memo<>(ProductNames::folded);
    private static final Memo<List<String>> PARTED = new Memo<>(ProductNames::parted);

    private final Map<String, String> aliases = new HashMap<>();

    /** What makers are called in another script, the longest first. */
    private final Map<String, List<String>> called = new HashMap<>();

    /**
     * @param aliases name to canonical name, for vendors and products alike; {@code vendor/product} for a pair, and
     *     {@code vendor/} for a vendor only
     */
    public ProductNames(Map<String, String> aliases) {
        aliases.forEach((name, canonical) -> this.aliases.put(pairKey(name), pairKey(canonical)));
        this.aliases.forEach((name, canonical) -> {
            String maker = name.substring(0, name.length() - 1);
            if (name.endsWith("/") && OTHER_SCRIPT.matcher(maker).matches()) {
                called.computeIfAbsent(canonical.substring(0, canonical.length() - 1), none -> new ArrayList<>())
                        .add(maker);
            }
        });
        called.values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    public static ProductNames withoutAliases() {
        return new ProductNames(Map.of());
    }

    /** With the names makers and products are known to have had, or are called by for short. */
    public static ProductNames usual() {
        Map<String, String> found = new HashMap<>();
        USUAL.forEach(file -> read(file, found));
        return new ProductNames(found);
    }

    private static void read(String file, Map<String, String> found) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProductNames.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> found.put(pair[0].strip(), pair[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pairKey(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? fold(name)
                : stem(fold(name.substring(0, slash)), TRADES) + "/" + stem(fold(name.substring(slash + 1)), KINDS);
    }

    /** The key of a vendor; empty for a name without letters or digits. */
    public String vendor(String name) {
        String key = canonical(fold(name));
        String maker = aliases.get(stem(key, TRADES) + "/");
        return maker == null ? key : maker.substring(0, maker.length() - 1);
    }

    /** The key of the maker whose name in another script is the first word of a product's, such as サイボウズ Garoon. */
    @Nullable
    String makerIn(String product) {
        String[] words = product.strip().split("[\\s　]+", 2);
        String first = fold(words[0]);
        return words.length > 1 && OTHER_SCRIPT.matcher(first).matches() && aliases.containsKey(first + "/")
                ? vendor(words[0])
                : null;
    }

    /** The key of a product, without its vendor's name in front and without the kind of thing it is at the end. */
    public String product(String vendorKey, String name) {
        String key = canonical(fold(name));
        String stem = stem(vendorKey, TRADES);
        List<String> makers = new ArrayList<>(List.of(vendorKey, stem));
        makers.addAll(called.getOrDefault(stem, List.of()));
        for (String maker : makers) {
            if (!maker.isEmpty() && key.startsWith(maker) && key.length() > maker.length()) {
                return stem(canonical(key.substring(maker.length())), KINDS);
            }
        }
        return stem(key, KINDS);
    }

    /** Vendor and product as one key, led through an alias of the pair. */
    String pair(String vendorKey, String productKey) {
        boolean bracketed = productKey.endsWith(BRACKETED);
        String plain = bracketed ? productKey.substring(0, productKey.length() - BRACKETED.length()) : productKey;
        return canonical(stem(vendorKey, TRADES) + "/" + plain) + (bracketed ? BRACKETED : "");
    }

    /** What is left of a key without such words at its end. */
    private static String stem(String key, List<String> words) {
        for (String word : words) {
            if (key.endsWith(word) && key.length() >= word.length() + SHORTEST_STEM) {
                return stem(key.substring(0, key.length() - word.length()), words);
            }
        }
        return key;
    }

    /**
     * The keys under which a product of ours is looked for. With brackets, what stands in them may be left out elsewhere;
     * without, it may be added elsewhere. Two texts with different brackets name two things.
     */
    Set<String> spellings(String vendorKey, String text) {
        Set<String> keys = new LinkedHashSet<>();
        String key = product(vendorKey, text);
        String bare = bare(text);
        keys.add(key);
        keys.add(bare.equals(text) ? key + BRACKETED : product(vendorKey, bare));
        keys.remove("");
        keys.remove(BRACKETED);
        return keys;
    }

    /** The products one text may name: the text itself and, where it is a list, each part. */
    Set<String> products(String vendorKey, String text) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(product(vendorKey, text));
        String bare = bare(text);
        String suffix = bare.equals(text) ? "" : BRACKETED;
        String updated = UPDATE.matcher(bare).replaceFirst("");
        for (String looser : List.of(bare, updated, YEAR.matcher(updated).replaceFirst(""))) {
            keys.add(product(vendorKey, looser) + suffix);
        }
        List<String> parts = PARTED.get(text);
        if (parts != null) {
            parts.forEach(part -> keys.add(product(vendorKey, part)));
        }
        keys.remove("");
        keys.remove(BRACKETED);
        KINDS.forEach(keys::remove);
        return keys;
    }

    private static String bare(String text) {
        return text.length() > LONGEST ? text : BRACKETS.matcher(text).replaceAll("");
    }

    /**
     * What keeps entries apart that are found under one name: the edition of a year or the update a text speaks of, each of
     * which is repaired for itself.
     */
    static String edition(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return "";
        }
        boolean limited = UPDATE.matcher(text).find() || YEAR.matcher(text).find();
        return limited ? fold(text) : "";
    }

    /**
     * Whether both name a year or an update, and not the same: Exchange Server 2016 says nothing of Exchange Server 2019, nor
     * its update 12 of 13.
     */
    static boolean areOtherEditions(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.length() > LONGEST || other.length() > LONGEST) {
            return false;
        }
        String mine = bare(one);
        String theirs = bare(other);
        return differ(number(UPDATE, mine), number(UPDATE, theirs)) || differ(year(mine), year(theirs));
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static String year(String text) {
        return number(YEAR, UPDATE.matcher(text).replaceFirst(""));
    }

    private static String number(Pattern words, String text) {
        Matcher found = words.matcher(text);
        return found.find() ? found.group().replaceAll("\\D", "") : "";
    }

    private static List<String> parted(String text) {
        String plain = Normalizer.normalize(shortened(text), Normalizer.Form.NFKC);
        String[] listed = EDITION.matcher(plain).find()
                ? new String[0]
                : PARTS.split(BRACKETS.matcher(plain).replaceAll(""));
        List<String> parts = new ArrayList<>(listed.length < 2 ? List.of() : List.of(listed));
        boolean isShort = !BRACKETS.matcher(plain).replaceAll("").strip().contains(" ");
        IN_BRACKETS
                .matcher(plain)
                .results()
                .map(form -> form.group(1).strip())
                .filter(form -> isShort || !form.contains(" "))
                .forEach(parts::add);
        return List.copyOf(parts);
    }

    private String canonical(String key) {
        String found = key;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String next = aliases.get(found);
            if (next == null || next.equals(found)) {
                return found;
            }
            found = next;
        }
        // Aliases in a circle name nothing canonical.
        return key;
    }

    static String fold(String name) {
        String known = FOLDED.get(name);
        return known == null ? "" : known;
    }

    private static String folded(String name) {
        String text =
                Normalizer.normalize(shortened(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = JAPANESE_FORMS.matcher(text.replace("\\", "")).replaceAll(" ");
        StringBuilder key = new StringBuilder();
        StringBuilder legal = new StringBuilder();
        for (String word : NOT_A_LETTER.split(plain.replaceAll("[.'’™®©]", ""))) {
            if (key.length() > 0 && LEGAL_FORMS.contains(word)) {
                legal.append(word);
            } else {
                // A legal form in the middle belongs to the name.
                key.append(legal).append(word);
                legal.setLength(0);
            }
        }
        return key.toString();
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
