package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version by semantic versioning 2.0.0, with the two liberties records take: a leading v, and missing minor or patch
 * parts read as 0. Build metadata has no order.
 */
record SemanticVersion(List<BigInteger> core, List<String> preRelease) implements Comparable<SemanticVersion> {
    private static final Memo<SemanticVersion> PARSED = new Memo<>(SemanticVersion::read);
    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile("[vV]?(\\d{1,30})(?:\\.(\\d{1,30}))?(?:\\.(\\d{1,30}))?"
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern NUMERIC = Pattern.compile("\\d+");

    static @Nullable SemanticVersion parse(String text) {
        return PARSED.get(text);
    }

    private static @Nullable SemanticVersion read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        List<BigInteger> core = Stream.of(1, 2, 3)
                .map(form::group)
                .map(part -> part == null ? BigInteger.ZERO : new BigInteger(part))
                .toList();
        return new SemanticVersion(
                core,
                form.group(4) == null ? List.of() : Arrays.asList(form.group(4).split("\\.", -1)));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < core.size(); i++) {
            int difference = core.get(i).compareTo(other.core.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return identifiers(String.join(".", preRelease), String.join(".", other.preRelease));
    }

    /** Identifiers with dots between them: numbers by size and before words, and of two alike the longer last. */
    static int identifiers(String a, String b) {
        return Arrays.compare(parts(a), parts(b), SemanticVersion::identifier);
    }

    private static String[] parts(String identifiers) {
        return identifiers.isEmpty() ? new String[0] : identifiers.split("\\.", -1);
    }

    private static int identifier(String a, String b) {
        boolean numericA = NUMERIC.matcher(a).matches();
        boolean numericB = NUMERIC.matcher(b).matches();
        if (numericA && numericB) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return numericA == numericB ? a.compareTo(b) : numericA ? -1 : 1;
    }
}
