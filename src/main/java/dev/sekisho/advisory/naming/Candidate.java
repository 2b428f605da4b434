package dev.sekisho.advisory.naming;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product that records speak of and that one of ours may be.
 *
 * @param id names it among candidates, for whoever accepts it
 * @param vendor as a record writes it
 * @param product as a record writes it
 * @param purl without a version
 * @param cpe without a version
 * @param score how alike the names are, 0 to 100
 * @param records how many vulnerabilities speak of it
 * @param why in words
 */
public record Candidate(
        String id,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String purl,
        @Nullable String cpe,
        int score,
        int records,
        String why) {
    public static final Comparator<Candidate> LIKEST_FIRST = Comparator.comparingInt(Candidate::score)
            .thenComparingInt(Candidate::records)
            .reversed()
            .thenComparing(Candidate::id);

    private static final int PARTS = 5;
    private static final String ANY = ":*:*:*:*:*:*:*:*";
    private static final Pattern COLON = Pattern.compile("(?<!\\\\):");

    /** The CPE name of the same product in every version; empty for what is no CPE 2.3 name. */
    public static Optional<String> ofEveryVersion(String cpe) {
        String[] parts = COLON.split(cpe);
        return cpe.startsWith("cpe:2.3:") && parts.length > PARTS
                ? Optional.of(String.join(":", List.of(parts).subList(0, PARTS)) + ANY)
                : Optional.empty();
    }

    public Candidate suggested(int likeness, Likeness names) {
        return suggested(likeness, names.why(Objects.requireNonNull(NameKey.of(id))));
    }

    public Candidate suggested(int likeness, NamedTogether names) {
        return suggested(likeness, names.why(id));
    }

    private Candidate suggested(int likeness, String reason) {
        return new Candidate(id, vendor, product, purl, cpe, likeness, records, reason + ".");
    }
}
