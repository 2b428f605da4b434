package dev.sekisho.software.resolve;

import dev.sekisho.matching.product.Gap;
import org.jspecify.annotations.Nullable;

/** Gaps in sentences. */
final class Words {
    private Words() {}

    static String of(Gap gap, @Nullable String cve) {
        String record = cve == null ? "the maker's own record" : "the CVE record of " + cve + ", NVD's or the maker's";
        return switch (gap) {
            case NO_VERSIONS ->
                "The source names the product and no versions: load " + record + ", which may name them.";
            case ALL_VERSIONS_MAY_BE_MEANT ->
                "The maker names no versions and may mean all: load a later document of the maker's that names them.";
            case RANGE_UNREADABLE ->
                "The versions the source names cannot be read: load " + record + ", which may name them otherwise.";
            case RANGE_AMBIGUOUS ->
                "What the source names may or may not mean this version: load " + record + ", which may name it.";
            case OUTSIDE_NOT_SAID ->
                "This version is in none of the ranges, and the source does not say what that means: load " + record
                        + ", which may say it.";
            case SOURCE_UNDECIDED ->
                "The source says that it does not know yet: load what the maker says later, or ask the maker.";
            case OTHER_RELEASE ->
                "The source speaks of other releases of the distribution: load what the distribution says of this one.";
            case WITHDRAWN -> "The source took its word back: load " + record + ", if another one holds.";
            case VERSION_MISSING -> "Nobody stated which version is installed: state it as the maker writes it.";
            case VERSION_SPELLING ->
                "The installed version cannot be compared with what the source names: write it as the maker does, as precisely.";
            case EDITION_MISSING ->
                "It depends on the edition, platform or module, which is not stated: state it in the CPE name of the product, or accept a candidate of GET /software-products/{key}/identity.";
        };
    }
}
