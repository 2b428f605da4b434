package dev.sekisho.risk.estate.software;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on one vulnerability in one installation, or in a product wherever it is installed.
 *
 * @param advisory a name of the vulnerability: its CVE id, a key of ours, or what others call it
 * @param product key of the product; absent where it is of one installation
 * @param installation key of the installation; absent where it is of a product
 */
public record AnalystVerdict(
        String advisory, @Nullable String product, @Nullable String installation, Given given, AnalystWord word) {

    /**
     * What it was given for. Names move from one vulnerability to another, and a product becomes another one: a word that
     * calls something clean does not go along.
     *
     * @param versions as they are written or as ranges ({@code vers:generic/<7.2.7}); none where it was given while nobody
     *     knew the version, and then it counts for as long as nobody does
     * @param vulnerabilities keys of those that went by the name
     * @param proven which sources proved the opposite of which versions, by what was known then; of others nobody has
     *     looked at a proof. Absent where the person spoke of proofs in general
     * @param software what the product {@linkplain Product#identity is known by}; absent where there was none
     */
    public record Given(
            List<String> versions,
            Set<String> vulnerabilities,
            @Nullable List<Proof> proven,
            @Nullable String software) {
        /** Stands for a version that nobody knows. */
        public static final String UNKNOWN_VERSION = "?";

        public Given {
            versions = List.copyOf(versions);
            vulnerabilities = Set.copyOf(vulnerabilities);
            proven = proven == null ? null : List.copyOf(proven);
        }
    }

    /**
     * That a version is affected, as a source says.
     *
     * @param by name of the source with its record; empty stands for every source, where it was not kept which it was
     */
    public record Proof(String version, String by) {}

    /**
     * The word as it counts for a version: against proofs only where every one of them was known.
     *
     * @param provenBy names of the sources that prove the version affected, each with its record
     */
    public AnalystWord wordOn(@Nullable String version, Set<String> provenBy) {
        String of = version == null ? Given.UNKNOWN_VERSION : version;
        return given.proven == null
                        || given.proven.contains(new Proof(of, ""))
                        || !provenBy.isEmpty()
                                && provenBy.stream().allMatch(by -> given.proven.contains(new Proof(of, by)))
                ? word
                : word.withoutProof();
    }

    public String key() {
        return word.verdict();
    }

    public List<String> versions() {
        return given.versions;
    }

    /** Whether it is of this installation, whatever its version is. */
    public boolean isOf(Installation other) {
        return installation == null ? other.product().equals(product) : installation.equals(other.key());
    }
}
