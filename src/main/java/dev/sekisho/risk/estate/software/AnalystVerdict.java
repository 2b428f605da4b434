package dev.sekisho.risk.estate.software;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on one vulnerability in one installation, or in a product wherever it is installed.
 *
 * @param advisory a name of the vulnerability: its CVE id, a key of ours, or what others call it
 * @param product key of the product; absent where it is of one installation
 * @param installation key of the installation; absent where it is of a product
 * @param versions those it was given for, as they are written or as ranges ({@code vers:generic/<7.2.7}); none where it was
 *     given while nobody knew the version, and then it counts for as long as nobody does
 */
public record AnalystVerdict(
        String advisory,
        @Nullable String product,
        @Nullable String installation,
        List<String> versions,
        AnalystWord word) {

    public AnalystVerdict {
        versions = List.copyOf(versions);
    }

    public String key() {
        return word.verdict();
    }

    /** Whether it is of this installation, whatever its version is. */
    public boolean isOf(Installation other) {
        return installation == null ? other.product().equals(product) : installation.equals(other.key());
    }
}
