package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version by semantic versioning 2.0.0, with the liberties records take: a leading v, missing minor or patch parts read as
 * 0, and further numbers behind the third. Build metadata has no order.
 */
record SemanticVersion(List<BigInteger> core, List<String> preRelease) implements Comparable<SemanticVersion> {
    private static final Memo<SemanticVersion> PARSED = new Memo<>(SemanticVersion::read);
    private static final int LONGEST = 200;
    private static final int PARTS = 3;
    private static final Pattern FORM = Pattern.compile("[vV]?(\\d{1,30}(?:\\.\\d{1,30}){0,9})"
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
        List<BigInteger> core = new ArrayList<>();
        for (String part : form.group(1).split("\\.")) {
            core.add(new BigInteger(part));
        }
        while (core.size() < PARTS) {
            core.add(BigInteger.ZERO);
        }
        return new SemanticVersion(
                core,
                form.group(2) == null ? List.of() : Arrays.asList(form.group(2).split("\\.", -1)));
    }

    /** Whether it has no more parts than semantic versioning defines. */
    boolean isStrict() {
        return core.size() == PARTS;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        for (int i = 0; i < Math.max(core.size(), other.core.size()); i++) {
            int difference = part(i).compareTo(other.part(i));
            if (difference != 0) {
                return difference;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return identifiers(String.join(".", preRelease), String.join(".", other.preRelease));
    }

    private BigInteger part(int i) {
        return i < core.size() ? core.get(i) : BigInteger.ZERO;
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
