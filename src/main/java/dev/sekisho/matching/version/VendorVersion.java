package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A version as makers of appliances and commercial software write them: any number of numeric parts, then suffixes such
 * as {@code -h6}, {@code a}, {@code R2.4}, {@code HF 5}, {@code rc1}. Two versions whose difference lies in words of no
 * known order (release trains, editions, different kinds of patches) are not comparable.
 *
 * @param prefix letters in front that name a line of versions, as in {@code X12.5.8}; mostly empty
 * @param core the leading numeric parts as written
 * @param suffixes what follows, in order
 * @param line words without an order; only versions with the same ones belong together
 */
public record VendorVersion(String prefix, List<BigInteger> core, List<Suffix> suffixes, List<String> line) {
    private static final Memo<VendorVersion> PARSED = new Memo<>(VendorVersionParser::parse);
    private static final BigInteger YEAR_FIRST = BigInteger.valueOf(1990);
    private static final BigInteger YEAR_LAST = BigInteger.valueOf(2099);
    private static final BigInteger BUILD_FIRST = BigInteger.valueOf(1000);
    private static final BigInteger WINDOWS_BUILDS = BigInteger.valueOf(10_240);
    private static final int PARTS_BEFORE_BUILD = 2;
    private static final BigInteger RELEASE_LAST = BigInteger.valueOf(99);
    private static final BigInteger DAY_FIRST = BigInteger.valueOf(19_900_101);

    public VendorVersion {
        core = List.copyOf(core);
        suffixes = List.copyOf(suffixes);
        line = List.copyOf(line);
    }

    /** A word with the numbers behind it, as in {@code rc1} or {@code R2.4}. */
    record Suffix(Word kind, String word, List<BigInteger> numbers) {
        Suffix {
            numbers = List.copyOf(numbers);
        }

        boolean isBuild() {
            return word.equals("build");
        }
    }

    /** Null for text that is no version: prose, wildcards, hashes, ranges. */
    public static @Nullable VendorVersion parse(String text) {
        return PARSED.get(text);
    }

    /** Empty where the two cannot be ordered. Trailing zeros count as absent: 1.0 equals 1.0.0. */
    public OptionalInt compare(VendorVersion other) {
        return as(other).inOrder(other.as(this));
    }

    private OptionalInt inOrder(VendorVersion other) {
        if (!prefix.equals(other.prefix) || !line.equals(other.line) || !countsLike(other)) {
            return OptionalInt.empty();
        }
        int common = Math.min(core.size(), other.core.size());
        int difference = numbers(core.subList(0, common), other.core.subList(0, common));
        if (difference != 0) {
            return OptionalInt.of(difference);
        }
        int longer = numbers(core, other.core);
        if (longer == 0) {
            return suffixes(other);
        }
        VendorVersion shorter = longer > 0 ? other : this;
        // 10.2.5-h6 against 10.2.5.1: a hotfix and a fourth part are different countings.
        boolean sameCounting =
                shorter.suffixes.isEmpty() || shorter.suffixes.get(0).kind().isBefore();
        return sameCounting ? OptionalInt.of(longer) : OptionalInt.empty();
    }

    /**
     * The same version in the way the other is written: 20348.2227 is 10.0.20348.2227, and 22.7.2.4 is 22.7R2.4. A high number
     * behind the release, as in 22.7.2.3597, is the build, which no release tells.
     */
    private VendorVersion as(VendorVersion other) {
        if (!prefix.isEmpty() || !other.prefix.isEmpty() || !line.isEmpty()) {
            return this;
        }
        if (isWindowsBuild() && other.isWindowsVersion()) {
            return new VendorVersion(prefix, windowsVersion(), suffixes, line);
        }
        return other.countsReleases() && !countsReleases() && core.size() > PARTS_BEFORE_BUILD && hasNoBuild()
                ? new VendorVersion(prefix, core.subList(0, PARTS_BEFORE_BUILD), withRelease(), line)
                : this;
    }

    private boolean isWindowsBuild() {
        return core.size() == PARTS_BEFORE_BUILD
                && suffixes.isEmpty()
                && core.get(0).compareTo(WINDOWS_BUILDS) >= 0;
    }

    private List<BigInteger> windowsVersion() {
        List<BigInteger> whole = new ArrayList<>(List.of(BigInteger.TEN, BigInteger.ZERO));
        whole.addAll(core);
        return whole;
    }

    private boolean isWindowsVersion() {
        return core.size() > PARTS_BEFORE_BUILD
                && core.get(0).equals(BigInteger.TEN)
                && core.get(1).signum() == 0
                && core.get(PARTS_BEFORE_BUILD).compareTo(WINDOWS_BUILDS) >= 0;
    }

    /** Whether releases are counted with an R behind two numbers. */
    private boolean countsReleases() {
        return core.size() == PARTS_BEFORE_BUILD
                && numbering() == Numbering.PARTS
                && !suffixes.isEmpty()
                && suffixes.get(0).word().equals(Word.spelling("r"))
                && !suffixes.get(0).numbers().isEmpty();
    }

    private boolean hasNoBuild() {
        return core.subList(PARTS_BEFORE_BUILD, core.size()).stream().allMatch(part -> part.compareTo(BUILD_FIRST) < 0);
    }

    private List<Suffix> withRelease() {
        List<Suffix> all = new ArrayList<>();
        all.add(new Suffix(Word.PATCH, Word.spelling("r"), core.subList(PARTS_BEFORE_BUILD, core.size())));
        all.addAll(suffixes);
        return all;
    }

    private enum Numbering {
        YEARS,
        DAYS,
        PARTS
    }

    /** 2021.0.6 and 13.0.6 are two names of one release, and 20240814 is after no 7.2: such pairs have no order. */
    private Numbering numbering() {
        BigInteger first = core.get(0);
        if (first.compareTo(DAY_FIRST) > 0 && core.size() == 1) {
            return Numbering.DAYS;
        }
        return first.compareTo(YEAR_FIRST) >= 0 && first.compareTo(YEAR_LAST) <= 0 ? Numbering.YEARS : Numbering.PARTS;
    }

    /** Whether both number their releases by years, by days, by builds, or by none of these. */
    boolean countsLike(VendorVersion other) {
        return numbering() == other.numbering() && !isBuildBesideRelease(other) && !other.isBuildBesideRelease(this);
    }

    /** 6122 may be the build of 6.1, and 20348.2700 the end of 10.0.20348.2700: neither is after every 10. */
    private boolean isBuildBesideRelease(VendorVersion other) {
        return core.get(0).compareTo(BUILD_FIRST) >= 0
                && other.core.get(0).compareTo(RELEASE_LAST) <= 0
                && !other.isZero();
    }

    private static int numbers(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int difference = at(a, i).compareTo(at(b, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int i) {
        return i < numbers.size() ? numbers.get(i) : BigInteger.ZERO;
    }

    private OptionalInt suffixes(VendorVersion other) {
        for (int i = 0; i < Math.max(suffixes.size(), other.suffixes.size()); i++) {
            OptionalInt difference = i >= suffixes.size()
                    ? OptionalInt.of(other.suffixes.get(i).kind().isBefore() ? 1 : -1)
                    : i >= other.suffixes.size()
                            ? OptionalInt.of(suffixes.get(i).kind().isBefore() ? -1 : 1)
                            : compare(suffixes.get(i), other.suffixes.get(i));
            if (difference.isEmpty() || difference.getAsInt() != 0) {
                return difference;
            }
        }
        return OptionalInt.of(0);
    }

    private static OptionalInt compare(Suffix a, Suffix b) {
        if (a.kind().isBefore() != b.kind().isBefore()) {
            return OptionalInt.of(a.kind().isBefore() ? -1 : 1);
        }
        if (a.kind() == b.kind() && a.kind() == Word.LETTER) {
            int longer = Integer.compare(a.word().length(), b.word().length());
            return OptionalInt.of(longer != 0 ? longer : a.word().compareTo(b.word()));
        }
        if (a.kind() == b.kind() && a.word().equals(b.word())) {
            return OptionalInt.of(numbers(a.numbers(), b.numbers()));
        }
        return a.kind().isBefore() ? OptionalInt.of(a.kind().compareTo(b.kind())) : OptionalInt.empty();
    }

    /** The same numbers and then more of them, or the same with its build: 23.9.7.8804 is a build of 23.9.7. */
    public boolean isBuildOf(VendorVersion shorter) {
        return as(shorter).isBuildAsWritten(shorter.as(this));
    }

    private boolean isBuildAsWritten(VendorVersion shorter) {
        boolean longer = startsWith(shorter)
                && shorter.suffixes.isEmpty()
                && suffixes.isEmpty()
                && core.size() > shorter.core.size();
        return longer
                || addsTo(shorter) && suffixes.get(shorter.suffixes.size()).isBuild();
    }

    /** The same numbers and suffixes with further suffixes. */
    private boolean addsTo(VendorVersion base) {
        return numbers(core, base.core) == 0
                && line.equals(base.line)
                && suffixes.size() > base.suffixes.size()
                && suffixes.subList(0, base.suffixes.size()).equals(base.suffixes);
    }

    /** The same numbers with something added that is counted separately: 10.2.5-h6 on 10.2.5, 9.1R18.2 on 9.1R18. */
    public boolean isPatchOf(VendorVersion base) {
        return as(base).isPatchAsWritten(base.as(this));
    }

    private boolean isPatchAsWritten(VendorVersion base) {
        return addsTo(base) && !suffixes.get(base.suffixes.size()).kind().isBefore() || countsOn(base);
    }

    /** The same numbers and suffixes, and the last of them with further numbers. */
    private boolean countsOn(VendorVersion base) {
        int last = base.suffixes.size() - 1;
        if (last < 0
                || suffixes.size() != base.suffixes.size()
                || numbers(core, base.core) != 0
                || !line.equals(base.line)
                || !suffixes.subList(0, last).equals(base.suffixes.subList(0, last))) {
            return false;
        }
        Suffix mine = suffixes.get(last);
        Suffix other = base.suffixes.get(last);
        int known = other.numbers().size();
        return !mine.kind().isBefore()
                && mine.word().equals(other.word())
                && mine.numbers().size() > known
                && mine.numbers().subList(0, known).equals(other.numbers());
    }

    /**
     * Whether two texts without an order may be two ways to write one version: 7.0 U3q and 7.0.3, 15.0.3 and 2023.0.3. Two
     * release trains that are named both are not.
     */
    public boolean mayBe(VendorVersion other) {
        if (!countsLike(other)) {
            return true;
        }
        boolean twoTrains = !line.isEmpty() && !other.line.isEmpty() && !line.equals(other.line);
        int common = Math.min(core.size(), other.core.size());
        return !twoTrains && core.subList(0, common).equals(other.core.subList(0, common));
    }

    /** 4x and 4.5x are more often written for a branch than for the version after 4.5w. */
    public boolean mayBeBranch() {
        return core.size() < 3
                && suffixes.size() == 1
                && suffixes.get(0).word().equals("x")
                && suffixes.get(0).numbers().isEmpty();
    }

    /** Whether the leading parts are those of another, as written: 7.0.1 starts with 7.0 and not with 7. */
    public boolean startsWith(VendorVersion other) {
        return startsWith(other.core) && prefix.equals(other.prefix) && line.equals(other.line);
    }

    public boolean startsWith(List<BigInteger> parts) {
        boolean shortened = isWindowsBuild() && !parts.isEmpty() && parts.get(0).equals(BigInteger.TEN);
        List<BigInteger> own = shortened ? windowsVersion() : core;
        return own.size() >= parts.size() && own.subList(0, parts.size()).equals(parts);
    }

    /** Whether all parts but the last of another are the leading ones of this: 11.2.7 is of the branch of 11.2.5. */
    public boolean isOfBranch(VendorVersion other) {
        return other.core.size() > 1 && startsWith(other.core.subList(0, other.core.size() - 1));
    }

    public boolean sameBase(VendorVersion other) {
        return numbers(core, other.core) == 0;
    }

    boolean isZero() {
        return suffixes.isEmpty() && prefix.isEmpty() && core.stream().allMatch(part -> part.signum() == 0);
    }

    public boolean hasPatchSuffix() {
        return suffixes.stream().anyMatch(suffix -> !suffix.kind().isBefore());
    }

    public List<BigInteger> commonWith(VendorVersion other) {
        List<BigInteger> common = new ArrayList<>();
        for (int i = 0;
                i < Math.min(core.size(), other.core.size()) && core.get(i).equals(other.core.get(i));
                i++) {
            common.add(core.get(i));
        }
        return common;
    }
}
